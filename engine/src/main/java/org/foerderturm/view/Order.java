package org.foerderturm.view;

import java.util.LinkedHashMap;
import java.util.Map;
import org.foerderturm.kernel.Sort;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a list may be sorted by, each with its SQL: nothing that a person sends gets
 * into a statement. What is missing comes last either way, and what is equal keeps one order, so
 * that no row is on two pages or on none.
 */
public final class Order {
  private final String usual;
  private final String unique;
  private final Map<String, String> columns = new LinkedHashMap<>();

  /**
   * @param usual order of a list that nobody sorted, as SQL
   * @param unique what tells any two rows apart, as SQL
   */
  public Order(String usual, String unique) {
    this.usual = usual;
    this.unique = unique;
  }

  /** A number, a day or a moment. */
  public Order by(String column, String sql) {
    columns.put(column, sql);
    return this;
  }

  /** A name, in the order of a German dictionary. */
  public Order name(String column, String sql) {
    return by(column, sql + " collate \"de-x-icu\"");
  }

  /** A code, in the order of {@link Sort#codes}, which must be bound as {@code codes}. */
  public Order code(String column, String sql) {
    return by(column, "array_position(cast(:codes as text[]), " + sql + ")");
  }

  /**
   * The whole clause, a blank around it.
   *
   * @throws IllegalArgumentException if the list has no such column
   */
  public String sql(@Nullable Sort sort) {
    if (sort == null) return " order by " + usual + ", " + unique + " ";
    String column = columns.get(sort.column());
    if (column == null) throw new IllegalArgumentException("no column " + sort.column());
    return " order by " + column + (sort.down() ? " desc" : "") + " nulls last, " + unique + " ";
  }

  /** For the parameter {@code codes}. */
  public static String[] codes(@Nullable Sort sort) {
    return sort == null ? new String[0] : sort.codes().toArray(String[]::new);
  }
}
