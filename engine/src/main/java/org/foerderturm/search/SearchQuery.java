package org.foerderturm.search;

import java.util.List;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Query;
import org.foerderturm.process.ProcessEvent.Model;
import org.jspecify.annotations.Nullable;

/** The question for everything that goes by a name. */
public sealed interface SearchQuery<R> extends Query<R> {

  /**
   * What has all these words, in any order, also within longer words, without accents. Of each kind
   * only what the asker may read on its page is found and counted.
   *
   * @param words nothing is found for a blank text
   * @param most of each kind
   */
  @AllowedTo(everyone = true)
  record FindAnything(String words, int most) implements SearchQuery<List<Found>> {}

  /**
   * What was found of one kind; kinds without a hit are left out.
   *
   * @param kind {@code case}, {@code member}, {@code person}, {@code organisation}, {@code
   *     consortium}, {@code application}, {@code project}, {@code paper} or {@code resolution}
   * @param total how many there are, shown or not
   */
  record Found(String kind, List<Hit> hits, long total) {
    public Found {
      hits = List.copyOf(hits);
    }
  }

  /**
   * @param page path of the page that shows it
   * @param about what tells it from others of the same name, e.g. the partner that was found
   * @param model of a case: its workflow, whose name depends on the reader's language
   */
  record Hit(
      String kind,
      String id,
      String title,
      @Nullable String about,
      @Nullable Model model,
      String page) {}
}
