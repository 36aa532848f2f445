package org.foerderturm.committee;

import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.committee.CommitteeEvent.BodyFounded;
import org.foerderturm.committee.CommitteeEvent.MainCommitteeNamed;
import org.foerderturm.committee.CommitteeEvent.MemberAppointed;
import org.foerderturm.committee.CommitteeEvent.MemberDismissed;
import org.foerderturm.committee.CommitteeEvent.OfficeAssigned;
import org.foerderturm.committee.CommitteeEvent.OfficeEnded;
import org.foerderturm.committee.CommitteeEvent.RulesAdopted;
import org.foerderturm.log.Json;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.springframework.stereotype.Component;

/** Bodies, who sits on them, and their rules. */
@Component
class BodyProjection implements Projection {
  private static final String FOUNDED =
      "insert into view_body (body_id, name, kind, statutory_members) values (?, ?, ?, ?)";
  private static final String RULES =
      """
      insert into view_body_rule (body_id, number, quorum_numerator, quorum_denominator,
        quorum_at_least, majority_numerator, majority_denominator, majority_at_least, valid_from, source, meetings,
        majority_of, adopted_by, adopted_at)
      select ?, count(*), ?, ?, ?, ?, ?, ?, ?::date, ?, ?::json, ?, ?, ?::timestamptz from view_body_rule where body_id = ?\
      """;
  private static final String APPOINTED =
      "insert into view_body_member (body_id, user_id, term_from, term_until, member_id,"
          + " expert_citizen) values (?, ?, ?::date, ?::date, ?, ?)";
  private static final String DISMISSED =
      "delete from view_body_member where body_id = ? and user_id = ?";

  private static final String OFFICE =
      """
      insert into view_body_office (body_id, office, user_id, term_from, term_until, source)
      values (?, ?, ?, ?::date, ?::date, ?)\
      """;
  private static final String OFFICE_ENDED =
      "delete from view_body_office where body_id = ? and office = ? and user_id = ?";
  private static final String MAIN_COMMITTEE =
      "update view_body set main_committee = ? where body_id = ?";

  @Override
  public String name() {
    return "bodies";
  }

  @Override
  public List<String> tables() {
    return List.of("view_body", "view_body_member", "view_body_rule", "view_body_office");
  }

  @EventHandler
  void on(BodyFounded event, Recorded recorded, Writes writes) {
    writes.add(
        event.bodyId(),
        FOUNDED,
        event.bodyId(),
        event.name(),
        event.kind().name(),
        event.statutoryMembers());
    add(event.bodyId(), event.rules(), recorded, writes);
  }

  @EventHandler
  void on(RulesAdopted event, Recorded recorded, Writes writes) {
    add(event.bodyId(), event.rules(), recorded, writes);
  }

  @EventHandler
  void on(MemberAppointed event, Recorded recorded, Writes writes) {
    writes.add(
        event.bodyId(),
        APPOINTED,
        event.bodyId(),
        event.userId(),
        event.from(),
        event.until(),
        event.memberId(),
        Boolean.TRUE.equals(event.expertCitizen()));
  }

  @EventHandler
  void on(MemberDismissed event, Recorded recorded, Writes writes) {
    writes.add(event.bodyId(), DISMISSED, event.bodyId(), event.userId());
  }

  @EventHandler
  void on(OfficeAssigned event, Recorded recorded, Writes writes) {
    writes.add(
        event.bodyId(),
        OFFICE,
        event.bodyId(),
        event.office().name(),
        event.userId(),
        event.from(),
        event.until(),
        event.source());
  }

  @EventHandler
  void on(OfficeEnded event, Recorded recorded, Writes writes) {
    writes.add(event.bodyId(), OFFICE_ENDED, event.bodyId(), event.office().name(), event.userId());
  }

  @EventHandler
  void on(MainCommitteeNamed event, Recorded recorded, Writes writes) {
    writes.add(event.bodyId(), MAIN_COMMITTEE, event.committeeId(), event.bodyId());
  }

  private static void add(String bodyId, BodyRules rules, Recorded recorded, Writes writes) {
    writes.add(
        bodyId,
        RULES,
        bodyId,
        rules.quorum().numerator(),
        rules.quorum().denominator(),
        rules.quorum().atLeast(),
        rules.majority().numerator(),
        rules.majority().denominator(),
        rules.majority().atLeast(),
        rules.validFrom(),
        rules.source(),
        rules.meetings() == null ? null : Json.write(rules.meetings()),
        rules.majorityOf(),
        recorded.actor(),
        recorded.at(),
        bodyId);
  }
}
