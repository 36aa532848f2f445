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
 * @param publicPercent directly or through others, as it says itself
 * @param publicBody a body of the state itself
 */
record Enterprise(
    String id,
    String name,
    BigDecimal publicPercent,
    boolean publicBody,
    SortedMap<Integer, Year> years,
    List<Aid> aids) {

  Enterprise described(String called, BigDecimal percent, boolean body) {
    return new Enterprise(id, called, percent, body, years, aids);
  }

  Enterprise with(int year, Year figures) {
    var all = new TreeMap<>(years);
    all.put(year, figures);
    return new Enterprise(id, name, publicPercent, publicBody, all, aids);
  }

  Enterprise with(Aid aid) {
    var all = new ArrayList<>(aids);
    all.add(aid);
    return new Enterprise(id, name, publicPercent, publicBody, years, all);
  }

  Enterprise without(Aid aid) {
    var all = new ArrayList<>(aids);
    all.remove(aid);
    return new Enterprise(id, name, publicPercent, publicBody, years, all);
  }
}
