package org.foerderturm.funding;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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
  static final String NO_AID = "no-aid";
  private static final Set<String> NO_SIZE = Set.of(NO_AID, "fundamental", "de-minimis");

  /** Whether the rate hangs on the size of the enterprise. */
  boolean needsSize() {
    return !NO_SIZE.contains(category);
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
