package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.cents;
import static org.foerderturm.ui.common.Inputs.choice;
import static org.foerderturm.ui.common.Inputs.euros;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.foerderturm.funding.GrantCommand.StateGrantShares;
import org.foerderturm.funding.GrantQuery.GrantDetails;
import org.foerderturm.funding.GrantQuery.ShareRow;
import org.foerderturm.funding.PartnerGrant;
import org.foerderturm.funding.Regime;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** What of a grant is whose: each partner has a sum of its own. */
final class GrantByPartner {
  private GrantByPartner() {}

  static @Nullable Section of(GrantDetails grant) {
    if (grant.shares().size() < 2) return null;
    var table =
        Ui.table(
            "",
            t("grant.draw-partner"),
            t("grant-share.reference"),
            t("grant-share.granted"),
            t("grant-share.drawn"),
            t("grant-share.left"),
            t("grant-share.spent"),
            t("grant-share.terms"));
    Ui.amounts(table, 2, 5);
    table.removeCaption();
    table.removeBody();
    var body = new NativeTableBody();
    for (var row : grant.shares()) body.add(row(row, due(grant, row)));
    table.add(body);
    var section = Ui.section(t("grant-share.title"));
    if (isUnknown(grant)) section.add(new Paragraph(t("grant-share.hint")));
    section.add(Ui.scroll(table));
    return section;
  }

  /** Whether only the sum of all is known. */
  static boolean isUnknown(GrantDetails grant) {
    return grant.shares().stream().anyMatch(row -> row.grantedCents() == null);
  }

  /** What a partner may have in the end: what was granted, or less if less was recognised. */
  private static @Nullable Long due(GrantDetails grant, ShareRow row) {
    var granted = row.grantedCents();
    if (granted == null) return null;
    long most = granted;
    return grant.results().stream()
        .filter(result -> result.partnerId().equals(row.partnerId()))
        .map(result -> Math.min(most, result.recognisedCents()))
        .findFirst()
        .orElse(most);
  }

  private static NativeTableRow row(ShareRow row, @Nullable Long due) {
    var granted = row.grantedCents();
    var drawn = amount(row.drawnCents());
    return new NativeTableRow(
        new NativeTableCell(row.partner()),
        new NativeTableCell(row.reference() == null ? "–" : row.reference()),
        granted == null
            ? new NativeTableCell(Ui.chip(Ui.Tone.ATTENTION, t("grant-share.unknown")))
            : amount(granted),
        drawn,
        due == null ? new NativeTableCell("–") : amount(Math.max(0, due - row.drawnCents())),
        row.spentCents() == null ? new NativeTableCell("–") : amount(row.spentCents()),
        new NativeTableCell(terms(row)));
  }

  /** What the partner's own notice says otherwise than that of the whole. */
  private static String terms(ShareRow row) {
    var terms = new ArrayList<String>();
    if (row.regime() != null) terms.add(Words.code("regime", row.regime()));
    if (row.periodFrom() != null || row.periodUntil() != null)
      terms.add(date(row.periodFrom()) + " – " + date(row.periodUntil()));
    if (row.proofDue() != null)
      terms.add(t("grant-share.proof-due", "day", Formats.date(row.proofDue())));
    return terms.isEmpty() ? t("grant-share.as-whole") : String.join(" · ", terms);
  }

  private static String date(@Nullable LocalDate day) {
    return day == null ? "…" : Formats.date(day);
  }

  private static NativeTableCell amount(long cents) {
    var cell = new NativeTableCell(new Span(Formats.euros(cents)));
    cell.addClassName("ft-amount");
    return cell;
  }

  /** Asks for the sum and the reference of each partner. */
  static void state(Desk desk, String applicationId, GrantDetails grant, Runnable after) {
    var fields = new ArrayList<Component>();
    var read = new ArrayList<Supplier<PartnerGrant>>();
    // in the order in which the grant knows them
    var rows = grant.shares().stream().sorted(Comparator.comparing(ShareRow::partnerId)).toList();
    for (var row : rows) {
      var first = fields.isEmpty();
      var field =
          required(euros(t("grant-share.of", "partner", row.partner()), row.grantedCents()));
      var amount =
          first ? answers(field, "grant-shares-unbalanced", "grant-share-impossible") : field;
      var reference = new TextField(t("grant-share.reference-of", "partner", row.partner()));
      reference.setMaxLength(80);
      reference.setValue(Objects.requireNonNullElse(row.reference(), ""));
      Select<Regime> regime =
          choice(
              t("grant-share.regime-of", "partner", row.partner()),
              List.of(Regime.values()),
              each -> Words.code("regime", each.code()));
      regime.setEmptySelectionAllowed(true);
      if (row.regime() != null) regime.setValue(Regime.of(row.regime()));
      regime.setHelperText(t("grant-share.regime-help"));
      var from = Inputs.day(t("grant-share.from-of", "partner", row.partner()), row.periodFrom());
      var until =
          answers(
              Inputs.day(t("grant-share.until-of", "partner", row.partner()), row.periodUntil()),
              "period-out-of-order");
      fields.addAll(List.of(amount, reference, regime, from, until));
      read.add(
          () ->
              new PartnerGrant(
                  row.partner(),
                  cents(amount),
                  reference.isEmpty() ? null : reference.getValue().strip(),
                  regime.getValue(),
                  from.value(),
                  until.value()));
    }
    var seen =
        isUnknown(grant)
            ? List.<PartnerGrant>of()
            : rows.stream()
                .map(
                    row ->
                        new PartnerGrant(
                            row.partner(),
                            Objects.requireNonNull(row.grantedCents()),
                            row.reference(),
                            row.regime() == null ? null : Regime.of(row.regime()),
                            row.periodFrom(),
                            row.periodUntil()))
                .toList();
    Dialogs.revise(
        desk,
        t("grant-share.state"),
        t("grant.save"),
        new StateGrantShares(applicationId, seen),
        () -> new StateGrantShares(applicationId, read.stream().map(Supplier::get).toList()),
        after,
        fields.toArray(Component[]::new));
  }
}
