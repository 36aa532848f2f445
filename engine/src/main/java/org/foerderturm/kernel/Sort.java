package org.foerderturm.kernel;

import java.util.List;

/**
 * By which column a list is sorted.
 *
 * @param codes of a column that holds codes: in which order they come, as the reader's words for
 *     them do; empty for all other columns
 */
public record Sort(String column, boolean down, List<String> codes) {
  public Sort {
    codes = List.copyOf(codes);
  }

  public static Sort up(String column) {
    return new Sort(column, false, List.of());
  }

  public static Sort down(String column) {
    return new Sort(column, true, List.of());
  }
}
