package org.foerderturm.consortium;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foerderturm.kernel.Decisions;

/** What the decision table consortium-documents asks of a partner. */
record DocumentRules(Decisions decisions) {
  static final String TABLE = "consortium-documents";

  /** Before anything confidential is shared. */
  static final String SHARING = "sharing";

  /** Before the body is asked. */
  static final String RESOLUTION = "resolution";

  /** Before the constitution. */
  static final String FORMATION = "formation";

  /** After it, while the project runs. */
  static final String RUNNING = "running";

  /** In the order in which they come. */
  static final List<String> STAGES = List.of(SHARING, RESOLUTION, FORMATION, RUNNING);

  /**
   * @param required whether its lack blocks; otherwise it is only listed
   * @param source where the rule comes from
   */
  record Needed(
      DocumentKind document, boolean required, String stage, String source, int version) {}

  /**
   * What a partner of this kind owes at a stage, in the table's order.
   *
   * @param programme code, like the role and the kind of organisation
   */
  List<Needed> of(String programme, String role, String kind, String stage) {
    return decisions
        .all(TABLE, Map.of("programme", programme, "role", role, "kind", kind, "stage", stage))
        .stream()
        .map(
            row ->
                new Needed(
                    DocumentKind.of(row.text("document")),
                    row.yes("required"),
                    stage,
                    row.text("source"),
                    row.version()))
        .toList();
  }

  List<Needed> of(Programme programme, Partner partner, String stage) {
    return of(code(programme), code(partner.role()), code(partner.kind()), stage);
  }

  static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
