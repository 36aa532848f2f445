package org.foerderturm.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A command refused by a rule. The code is the BPMN error code and the key of the message that a
 * user reads (German and English); the arguments fill it. Nothing was changed.
 */
public class Rejected extends RuntimeException {
  private final String code;
  private final transient Map<String, Object> args;

  public Rejected(String code) {
    this(code, Map.of());
  }

  /**
   * @param code kebab case, e.g. {@code funding-call-already-closed}
   * @param args named values of the message; plain JSON values only
   */
  public Rejected(String code, Map<String, ?> args) {
    super(code);
    this.code = code;
    this.args = Map.copyOf(new LinkedHashMap<>(args));
  }

  public String code() {
    return code;
  }

  public Map<String, Object> args() {
    return args;
  }
}
