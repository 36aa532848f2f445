package org.foerderturm.funding;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.foerderturm.consortium.Programme;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * The most that may be granted to a partner on a day, in per cent of its costs: the aid intensity
 * (GBER Art. 25) or the rate of the programme, whichever is lower. Asked are the newest tables,
 * whichever were the newest when the case began.
 *
 * @param source of the one that decides
 * @param version of the table aid-intensity
 */
record AidRate(int percent, String source, int version) {
  private static final String INTENSITY = "aid-intensity";
  private static final String PROGRAMME = "programme-rate";

  /**
   * @throws Rejected {@code aid-row-missing} if no row of the table holds on that day: nobody knows
   *     what may be granted then
   */
  static AidRate of(
      Decisions tables,
      AidFacts facts,
      Programme programme,
      @Nullable String action,
      LocalDate day) {
    var inputs = facts.inputs();
    inputs.put("grantOn", day.toString());
    var rows = tables.all(INTENSITY, inputs);
    if (rows.isEmpty() || !rows.getFirst().outputs().containsKey("percent"))
      throw new Rejected(
          "aid-row-missing", Map.of("day", day.toString(), "category", facts.category()));
    var aid = rows.getFirst();
    var most = new AidRate(percent(aid.number("percent")), aid.text("source"), aid.version());
    var asked = new HashMap<String, Object>();
    asked.put("programme", code(programme));
    asked.put("action", action);
    asked.put("nonProfit", Boolean.TRUE.equals(facts.nonProfit()));
    asked.put("day", day.toString());
    for (var rate : tables.all(PROGRAMME, asked))
      if (rate.number("percent") < most.percent)
        most = new AidRate(percent(rate.number("percent")), rate.text("source"), most.version);
    return most;
  }

  private static int percent(long number) {
    return Math.toIntExact(number);
  }

  private static String code(Programme programme) {
    return programme.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
