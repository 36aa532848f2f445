package org.foerderturm.funding;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * What the highest rate of a partner hangs on, as the application states it; null was not said and
 * earns no bonus.
 *
 * @param category of the activity, by GBER Art. 25: {@code industrial}, {@code experimental},
 *     {@code fundamental}, {@code feasibility}, or {@code de-minimis}, or {@code no-aid}
 * @param size {@code large}, {@code medium}, {@code small} or {@code micro}
 * @param collaboration effective collaboration or wide dissemination
 * @param area assisted area: {@code a}, {@code c} or {@code none}
 * @param memberStates chosen by an open call of at least three member states
 * @param nonProfit whether it is no company that works for profit
 * @param noAidReason why it is no aid; needed for {@code no-aid}
 */
public record AidFacts(
    String category,
    @Nullable String size,
    @Nullable Boolean collaboration,
    @Nullable String area,
    @Nullable Boolean memberStates,
    @Nullable Boolean nonProfit,
    @Nullable String noAidReason) {
  private static final String NO_AID = "no-aid";
  private static final Set<String> NO_SIZE = Set.of(NO_AID, "fundamental", "de-minimis");

  static AidFacts of(
      String category,
      @Nullable String size,
      @Nullable Boolean collaboration,
      @Nullable String area,
      @Nullable Boolean memberStates,
      @Nullable Boolean nonProfit,
      @Nullable String noAidReason) {
    var reason = noAidReason == null || noAidReason.isBlank() ? null : noAidReason.strip();
    return new AidFacts(
        category,
        size,
        collaboration,
        area,
        memberStates,
        nonProfit,
        category.equals(NO_AID) ? reason : null);
  }

  /**
   * @throws Rejected {@code no-aid-without-reason} or {@code aid-size-missing}
   */
  void mustBeComplete(String partner) {
    if (category.equals(NO_AID) && noAidReason == null)
      throw new Rejected("no-aid-without-reason", Map.of("partner", partner));
    if (!NO_SIZE.contains(category) && size == null)
      throw new Rejected("aid-size-missing", Map.of("partner", partner));
  }

  boolean isNoAid() {
    return category.equals(NO_AID);
  }

  boolean isDeMinimis() {
    return category.equals("de-minimis");
  }

  /** De-minimis aid is none by the exemption, and needs no incentive effect. */
  boolean needsIncentive() {
    return !isNoAid() && !isDeMinimis();
  }

  /** As the table aid-intensity asks for them. */
  Map<String, Object> inputs() {
    var inputs = new HashMap<String, Object>();
    inputs.put("aidCategory", category);
    inputs.put("size", size);
    inputs.put("collaboration", Boolean.TRUE.equals(collaboration));
    inputs.put("area", area == null ? "none" : area);
    inputs.put("memberStates", Boolean.TRUE.equals(memberStates));
    return inputs;
  }
}
