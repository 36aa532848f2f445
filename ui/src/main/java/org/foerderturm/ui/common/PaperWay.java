package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.foerderturm.document.Paper;

/** The way to the paper of a screen. Where a list is too long for one, it says so beforehand. */
public final class PaperWay extends Span {
  private final Supplier<Paper> paper;
  private final Anchor link;
  private final Span tooLong =
      Ui.span("ft-quiet", t("print.narrow", "most", Formats.number(GridRows.MOST)));
  private final Map<Grid<?>, Integer> sizes = new HashMap<>();

  /**
   * @param title of the paper
   * @param parts of the screen that stand on it, asked when it is made
   */
  public PaperWay(Supplier<String> title, Supplier<List<? extends Component>> parts) {
    paper = () -> ScreenPaper.of(title.get(), parts.get());
    link = Downloads.paper(t("print.pdf"), t("print.pdf-help"), paper);
    tooLong.setVisible(false);
    add(link, tooLong);
  }

  /** The browser's own print of the screen holds the same. */
  public PaperWay printedToo(Component screen) {
    add(PrintedScreen.of(screen, paper));
    return this;
  }

  /** How many rows a list of the screen has now. */
  public void listed(Grid<?> list, int rows) {
    sizes.put(list, rows);
    boolean fits = sizes.values().stream().allMatch(size -> size <= GridRows.MOST);
    link.setVisible(fits);
    tooLong.setVisible(!fits);
  }
}
