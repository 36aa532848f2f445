package org.foerderturm.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.contact.ContactEvent.*;
import org.foerderturm.contact.ContactQuery.*;
import org.foerderturm.contact.TeamEvent.*;
import org.foerderturm.kernel.SearchText;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People of members and their terms in expert teams, as pages show them. */
@Component
class ContactProjection implements Projection {
  private static final String TERMS =
      """
      select t.*, ends_with_member(t.until_day, t.member_id) as ends, coalesce(c.name, '') as contact_name, coalesce(m.name, '') as member_name
      from view_expert_term t
        left join view_contact c on c.contact_id = t.contact_id
        left join view_member m on m.member_id = t.member_id
      """;

  private final JdbcClient db;

  ContactProjection(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String name() {
    return "contacts";
  }

  @Override
  public List<String> tables() {
    return List.of("view_contact", "view_expert_term");
  }

  @EventHandler
  void on(ContactAdded e, Recorded r, Writes w) {
    w.add(
        e.contactId(),
        "insert into view_contact (contact_id, member_id, name, function, mail, phone, from_day)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        e.contactId(),
        e.memberId(),
        e.name(),
        e.function(),
        e.mail(),
        e.phone(),
        e.from());
  }

  @EventHandler
  void on(ContactCorrected e, Recorded r, Writes w) {
    w.add(
        e.contactId(),
        "update view_contact set name = ?, function = ?, mail = ?, phone = ? where contact_id = ?",
        e.name(),
        e.function(),
        e.mail(),
        e.phone(),
        e.contactId());
  }

  @EventHandler
  void on(ContactEnded e, Recorded r, Writes w) {
    w.add(
        e.contactId(),
        "update view_contact set until_day = ? where contact_id = ?",
        e.until(),
        e.contactId());
  }

  @EventHandler
  void on(ExpertAppointed e, Recorded r, Writes w) {
    w.add(
        e.teamId() + e.contactId(),
        "insert into view_expert_term (team, contact_id, from_day, member_id, until_day, chair)"
            + " values (?, ?, ?, ?, ?::date, ?)",
        e.team().code(),
        e.contactId(),
        e.from(),
        e.memberId(),
        e.until(),
        e.chair());
  }

  @EventHandler
  void on(ExpertTermEnded e, Recorded r, Writes w) {
    w.add(
        e.teamId() + e.contactId(),
        "update view_expert_term set until_day = ? where team = ? and contact_id = ? and from_day"
            + " = ?",
        e.until(),
        e.team().code(),
        e.contactId(),
        e.from());
  }

  @QueryHandler
  List<String> answer(FindSpeakers q) {
    return db
        .sql(
            """
            select name from (
              select distinct name from view_contact
              where from_day <= :on and coalesce(ends_with_member(until_day, member_id), :on) >= :on) there
            order by name collate "de-x-icu"
            """)
        .param("on", q.on())
        .query(String.class)
        .list()
        .stream()
        .filter(name -> SearchText.matches(name, q.search()))
        .limit(50)
        .toList();
  }

  @QueryHandler
  List<ContactRow> answer(FindContacts q) {
    var terms =
        db.sql(TERMS + "where t.member_id = ? order by t.from_day desc, t.team, t.contact_id")
            .param(q.memberId())
            .query((rs, n) -> term(rs))
            .list();
    return db.sql(
            "select *, ends_with_member(until_day, member_id) as ends from view_contact"
                + " where member_id = ? order by ends desc nulls first, name collate \"de-x-icu\", contact_id")
        .param(q.memberId())
        .query(
            (rs, n) ->
                new ContactRow(
                    rs.getString("contact_id"),
                    rs.getString("name"),
                    rs.getString("function"),
                    rs.getString("mail"),
                    rs.getString("phone"),
                    rs.getObject("from_day", LocalDate.class),
                    rs.getObject("ends", LocalDate.class),
                    of(terms, rs.getString("contact_id"))))
        .list();
  }

  @QueryHandler
  List<TermRow> answer(FindExpertTerms q) {
    return db.sql(
            TERMS
                + "order by t.team, (ends_with_member(t.until_day, t.member_id) >= ?) is not false desc, t.chair desc,"
                + " c.name collate \"de-x-icu\", t.contact_id, t.from_day limit 2000")
        .param(q.on())
        .query((rs, n) -> term(rs))
        .list();
  }

  private static List<TermRow> of(List<TermRow> terms, String contactId) {
    return terms.stream().filter(term -> term.contactId().equals(contactId)).toList();
  }

  private static TermRow term(ResultSet rs) throws SQLException {
    return new TermRow(
        rs.getString("team"),
        rs.getString("contact_id"),
        rs.getString("contact_name"),
        rs.getString("member_id"),
        rs.getString("member_name"),
        rs.getObject("from_day", LocalDate.class),
        rs.getObject("ends", LocalDate.class),
        rs.getBoolean("chair"));
  }
}
