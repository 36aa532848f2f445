package org.foerderturm.enterprise;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** Enterprises and who holds a share of whom. */
final class Enterprises {
  /** One holds a share of another. */
  record Link(String holderId, String heldId, BigDecimal percent, Relation relation) {
    /** The share that the holder decides over; all where it controls in another way. */
    BigDecimal held() {
      boolean otherwise = relation == Relation.LINKED && percent.compareTo(Percent.HALF) <= 0;
      return otherwise ? Percent.ALL : percent;
    }

    boolean touches(String id) {
      return holderId.equals(id) || heldId.equals(id);
    }

    boolean joins(String one, String other) {
      return touches(one) && touches(other);
    }

    String other(String id) {
      return holderId.equals(id) ? heldId : holderId;
    }
  }

  private final Map<String, Enterprise> byId = new LinkedHashMap<>();
  private final Map<String, String> byName = new LinkedHashMap<>();
  private final List<Link> links = new ArrayList<>();

  /** The same enterprise under the same name, however it is spaced or capitalised. */
  static String key(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  void put(String id, String name, BigDecimal publicPercent, boolean publicBody) {
    var known = byId.get(id);
    if (known != null) byName.remove(key(known.name()));
    byId.put(
        id,
        known == null
            ? new Enterprise(id, name, publicPercent, publicBody, new TreeMap<>(), List.of())
            : known.described(name, publicPercent, publicBody));
    byName.put(key(name), id);
  }

  void change(String id, UnaryOperator<Enterprise> change) {
    byId.put(id, change.apply(get(id)));
  }

  boolean knows(String id) {
    return byId.containsKey(id);
  }

  /**
   * @throws Rejected {@code enterprise-unknown} if it is not in the register
   */
  Enterprise get(String id) {
    var found = byId.get(id);
    if (found == null) throw new Rejected("enterprise-unknown", Map.of("name", id));
    return found;
  }

  @Nullable Enterprise named(String name) {
    var id = byName.get(key(name));
    return id == null ? null : byId.get(id);
  }

  void link(Link link) {
    links.add(link);
  }

  void unlink(String holderId, String heldId) {
    links.removeIf(link -> link.joins(holderId, heldId));
  }

  /** The share between the two, whoever holds it. */
  @Nullable Link between(String one, String other) {
    return links.stream().filter(link -> link.joins(one, other)).findFirst().orElse(null);
  }

  /**
   * Whose figures count with this one's (Annex Art. 6): linked ones in full, also through others;
   * the partners of any of them by their share, with those that are linked to the partner. If one
   * is reached on several ways, the greatest share counts. A public body joins nobody: what only it
   * holds is not one undertaking (Regulation (EU) 2023/2831, recital 4).
   */
  Undertaking undertaking(String id) {
    var weights = new LinkedHashMap<Enterprise, Integer>();
    var linked = linkedTo(id);
    for (var each : linked) weights.put(get(each), Percent.WHOLE);
    for (var each : linked)
      for (var link : links)
        if (link.touches(each) && link.relation() == Relation.PARTNER && joins(link))
          for (var partner : linkedTo(link.other(each)))
            if (!linked.contains(partner))
              weights.merge(get(partner), Percent.weight(link.percent()), Math::max);
    return new Undertaking(get(id), weights, publicPercent(id, new HashMap<>()));
  }

  private Set<String> linkedTo(String id) {
    var found = new LinkedHashSet<String>();
    var open = new ArrayDeque<String>(List.of(id));
    while (!open.isEmpty()) {
      var each = Objects.requireNonNull(open.poll());
      if (!found.add(each)) continue;
      for (var link : links)
        if (link.touches(each) && link.relation() == Relation.LINKED && joins(link))
          open.add(link.other(each));
    }
    return found;
  }

  private boolean joins(Link link) {
    return !isPublicBody(link.holderId()) && !isPublicBody(link.heldId());
  }

  private boolean isPublicBody(String id) {
    var known = byId.get(id);
    return known != null && known.publicBody();
  }

  /**
   * How much of it public bodies control, directly or through others: what it says itself or what
   * the shares say, whichever is more. Who is controlled passes on all that it holds, others pass
   * on the public part of it (Recommendation 2003/361/EC, Annex Art. 3 (4)).
   *
   * @param found of those looked at so far; in a circle of shares nobody counts twice
   */
  private BigDecimal publicPercent(String id, Map<String, BigDecimal> found) {
    var known = byId.get(id);
    if (known == null) return BigDecimal.ZERO;
    if (known.publicBody()) return Percent.ALL;
    var before = found.putIfAbsent(id, BigDecimal.ZERO);
    if (before != null) return before;
    var sum = BigDecimal.ZERO;
    for (var link : links) {
      if (!link.heldId().equals(id)) continue;
      var of = publicPercent(link.holderId(), found);
      sum = sum.add(of.compareTo(Percent.HALF) > 0 ? link.held() : Percent.part(link.held(), of));
    }
    var most = known.publicPercent().max(sum.min(Percent.ALL));
    found.put(id, most);
    return most;
  }
}
