package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import org.foerderturm.committee.MeetingCommand.VoidSecretBallot;
import org.foerderturm.committee.MeetingQuery.ItemRow;
import org.foerderturm.committee.Vote;
import org.foerderturm.ui.common.Ui;

/** A secret ballot that runs: each hands in one, whoever conducts counts. */
final class SecretVoting extends Div {
  private final transient Agenda agenda;
  private final transient ItemRow item;

  SecretVoting(Agenda agenda, ItemRow item) {
    this.agenda = agenda;
    this.item = item;
    String id = agenda.id();
    String me = agenda.me();
    addClassName("ft-contents");
    boolean mayVote =
        item.state().equals("secret-ballot")
            && agenda.meeting().present().contains(me)
            && !agenda.biased(item, me)
            && !item.handedIn().contains(me);
    if (mayVote) {
      add(Ui.span("ft-quiet", t("ballot.secret-help")));
      add(AgendaVoting.votes(this::handIn));
    } else if (item.handedIn().contains(me)) add(Ui.chip(Ui.Tone.GOOD, t("ballot.handed-in")));
    add(Ui.span("ft-quiet", agenda.progress(item, item.handedIn().size())));
    if (!agenda.conducts()) return;
    add(
        Ui.div(
            "ft-actions",
            Ui.primary(
                t("ballot.count"),
                () ->
                    agenda.tried(
                        () -> agenda.ballots().count(id, item.itemId(), agenda.desk().actor()))),
            Ui.quiet(
                t("ballot.void"),
                () ->
                    agenda.asked(
                        "ballot.void",
                        "meeting.reason",
                        reason -> new VoidSecretBallot(id, item.itemId(), reason)))));
  }

  private void handIn(Vote vote) {
    agenda.tried(
        () -> {
          var receipt =
              agenda.ballots().handIn(agenda.id(), item.itemId(), vote, agenda.desk().actor());
          var dialog = new Dialog(t("ballot.receipt"));
          var hash = new Pre(receipt.hash());
          hash.addClassName("ft-secret");
          var nonce = new Pre(receipt.nonce());
          nonce.addClassName("ft-secret");
          dialog.add(
              Ui.div(
                  "ft-form",
                  new Paragraph(t("ballot.receipt-help")),
                  Ui.span("ft-strong", t("ballot.hash")),
                  hash,
                  Ui.span("ft-strong", t("ballot.nonce")),
                  nonce));
          dialog.setWidth("34rem");
          dialog.getFooter().add(Ui.primary(t("ballot.receipt-close"), dialog::close));
          dialog.open();
        });
  }
}
