package org.foerderturm.enterprise;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.foerderturm.enterprise.DeMinimis.Aid;

/**
 * What is known of one enterprise.
 *
 * @param publicPercent directly or through others
 */
record Enterprise(
    String id,
    String name,
    BigDecimal publicPercent,
    SortedMap<Integer, Year> years,
    List<Aid> aids) {

  Enterprise described(String called, BigDecimal percent) {
    return new Enterprise(id, called, percent, years, aids);
  }

  Enterprise with(int year, Year figures) {
    var all = new TreeMap<>(years);
    all.put(year, figures);
    return new Enterprise(id, name, publicPercent, all, aids);
  }

  Enterprise with(Aid aid) {
    var all = new ArrayList<>(aids);
    all.add(aid);
    return new Enterprise(id, name, publicPercent, years, all);
  }

  Enterprise without(Aid aid) {
    var all = new ArrayList<>(aids);
    all.remove(aid);
    return new Enterprise(id, name, publicPercent, years, all);
  }
}
