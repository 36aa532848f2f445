package org.foerderturm.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What an activity that is done once for each of a list leaves behind. BPMN calls it the output
 * collection; the engine has none, so a model says it by properties of the activity:
 *
 * <ul>
 *   <li>{@code collect = ratings: site=site.name, points} adds, when a round ends, a row of these
 *       values to the list {@code ratings} of the case; a value is a variable that the round sees
 *       or what lies in it, and goes by its own name if no other is given
 *   <li>{@code collect.order = points desc} keeps the list in that order; {@code asc} if not said.
 *       Rows without that value come last; rows with the same stay as they came
 * </ul>
 *
 * A round that is cancelled leaves nothing. The list goes on from what it holds: a model that
 * counts anew empties it first.
 *
 * @param list variable of the case
 * @param values key in the row → path
 * @param order key to go by; null for the order in which rounds end
 */
record Collected(
    String list, Map<String, List<String>> values, @Nullable String order, boolean descending)
    implements ExecutionListener {
  static final Set<String> PROPERTIES = Set.of("collect", "collect.order");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern PATH = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");
  private static final Pattern ORDER = Pattern.compile("(\\w+)(?:\\s+(asc|desc))?");

  /**
   * @param properties name → value, of the two that count
   * @throws IllegalArgumentException if they can't be understood; says why
   */
  static Collected of(Map<String, String> properties) {
    var text = properties.get("collect");
    if (text == null) throw new IllegalArgumentException("an order of what? collect is missing");
    int colon = text.indexOf(':');
    var list = colon < 0 ? "" : text.substring(0, colon).strip();
    if (!NAME.matcher(list).matches())
      throw new IllegalArgumentException("write it as list: value, name=other.value");
    var values = new LinkedHashMap<String, List<String>>();
    for (var part : text.substring(colon + 1).split(",", -1)) {
      int sign = part.indexOf('=');
      var path = part.substring(sign + 1).strip();
      var last = path.substring(path.lastIndexOf('.') + 1);
      var key = sign < 0 ? last : part.substring(0, sign).strip();
      if (!PATH.matcher(path).matches() || !NAME.matcher(key).matches())
        throw new IllegalArgumentException("not a name or a path: " + part.strip());
      if (values.put(key, List.of(path.split("\\."))) != null)
        throw new IllegalArgumentException("twice: " + key);
    }
    var order = properties.get("collect.order");
    if (order == null) return new Collected(list, values, null, false);
    var by = ORDER.matcher(order.strip());
    if (!by.matches() || !values.containsKey(by.group(1)))
      throw new IllegalArgumentException("order by one of " + values.keySet() + ", asc or desc");
    return new Collected(list, values, by.group(1), "desc".equals(by.group(2)));
  }

  /** Of all properties that stand beside this one. */
  static Map<String, String> properties(Element property) {
    var properties = new LinkedHashMap<String, String>();
    for (var other : SafeXml.children((Element) property.getParentNode(), "property"))
      if (PROPERTIES.contains(other.getAttribute("name")))
        properties.put(other.getAttribute("name"), other.getAttribute("value"));
    return properties;
  }

  @Override
  public void notify(DelegateExecution round) {
    if (round.isCanceled()) return;
    var row = new LinkedHashMap<String, @Nullable Object>();
    values.forEach((key, path) -> row.put(key, find(round, path)));
    var theCase = round.getProcessInstance();
    var rows = new ArrayList<@Nullable Object>();
    if (theCase.getVariableLocal(list) instanceof List<?> before) rows.addAll(before);
    rows.add(row);
    if (order != null) rows.sort(Comparator.comparing(this::place, this::compare));
    theCase.setVariableLocal(list, rows);
  }

  private static @Nullable Object find(DelegateExecution round, List<String> path) {
    var value = round.getVariable(path.getFirst());
    for (var name : path.subList(1, path.size()))
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    return value;
  }

  private Object place(@Nullable Object row) {
    var value = row instanceof Map<?, ?> map ? map.get(order) : null;
    return value == null ? Missing.LAST : value;
  }

  private int compare(Object a, Object b) {
    if (a == Missing.LAST || b == Missing.LAST)
      return Boolean.compare(a == Missing.LAST, b == Missing.LAST);
    int natural =
        a instanceof Number x && b instanceof Number y
            ? Double.compare(x.doubleValue(), y.doubleValue())
            : a.toString().compareTo(b.toString());
    return descending ? -natural : natural;
  }

  private enum Missing {
    LAST
  }
}
