package org.foerderturm.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.alliance.AllianceQuery.FindMember;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.committee.MeetingQuery.FindResolutions;
import org.foerderturm.consortium.ConsortiumQuery.FindConsortium;
import org.foerderturm.contact.ContactQuery.FindContacts;
import org.foerderturm.council.CouncilQuery.FindCouncilPaper;
import org.foerderturm.enterprise.EnterpriseQuery.FindEnterprise;
import org.foerderturm.funding.FundingQuery.FindApplication;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.foerderturm.kernel.SearchText;
import org.foerderturm.log.Rights;
import org.foerderturm.process.ProcessEvent.Model;
import org.foerderturm.project.ProjectQuery.FindProject;
import org.foerderturm.search.SearchQuery.FindAnything;
import org.foerderturm.search.SearchQuery.Found;
import org.foerderturm.search.SearchQuery.Hit;
import org.foerderturm.view.Like;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds things by name; the right to find is the right to open the page. */
@Component
class SearchAnswers {
  /** Finds what was decided behind closed doors; others only where they sat at that meeting. */
  private static final Role[] OFFICE = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR};

  /**
   * @param page the question of the page that a hit leads to
   * @param path before the id
   * @param sql selects id, title, about; {@code :words} are patterns, {@code :grams} what an index
   *     finds rows by
   */
  private record Kind(String code, Class<? extends Query<?>> page, String path, String sql) {}

  /** Of an application also the partners who have no budget yet. */
  private static final String APPLICATION_PARTNERS =
      """
      (select application_id, name, search from view_application_partner
       union
       select a.application_id, c.name, c.search
       from view_application a join view_consortium_partner c using (consortium_id))""";

  /** A project has the partners that it was applied for with, and those of its consortium. */
  private static final String PROJECT_PARTNERS =
      """
      (select j.project_id, a.name, a.search
       from view_project j join view_application_partner a using (application_id)
       union
       select j.project_id, c.name, c.search
       from view_project j join view_consortium_partner c using (consortium_id))""";

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "case",
              FindCase.class,
              "cases/",
              """
              select case_id as id, coalesce(title, model_name) as title,
                null as about, model_key, model_version, model_definition, model_name
              from view_case where search_grams(words) @> :grams::text[] and words like all(:words::text[])
              """),
          new Kind(
              "member", FindMember.class, "alliance/", named("member_id", "null", "view_member")),
          new Kind(
              "person",
              FindContacts.class,
              "alliance/",
              """
              select c.member_id as id, c.name as title, m.name as about
              from view_contact c left join view_member m using (member_id)
              where search_grams(c.search) @> :grams::text[] and c.search like all(:words::text[])
              """),
          new Kind(
              "organisation",
              FindEnterprise.class,
              "enterprises/",
              named("enterprise_id", "null", "view_enterprise")),
          new Kind(
              "consortium",
              FindConsortium.class,
              "consortia/",
              withPartners("consortium_id", "view_consortium", "view_consortium_partner")),
          new Kind(
              "application",
              FindApplication.class,
              "funding/",
              withPartners("application_id", "view_application", APPLICATION_PARTNERS)),
          new Kind(
              "project",
              FindProject.class,
              "projects/",
              withPartners("project_id", "view_project", PROJECT_PARTNERS)),
          new Kind(
              "paper",
              FindCouncilPaper.class,
              "council/",
              """
              select paper_id as id, title, number as about
              from view_council_paper where search_grams(search) @> :grams::text[] and search like all(:words::text[])
              """),
          new Kind(
              "resolution",
              FindResolutions.class,
              "",
              """
              select case when motion_id is not null then 'motions/' || motion_id
                  when meeting_id is not null then 'meetings/' || meeting_id
                  else 'resolutions?q=' || number end as id,
                title, number as about
              from view_resolution
              where (not closed or :office or is_insider(meeting_id, :asker)) and search_grams(search) @> :grams::text[] and search like all(:words::text[])
              """));

  private final JdbcClient db;

  SearchAnswers(JdbcClient db) {
    this.db = db;
  }

  @QueryHandler
  List<Found> answer(FindAnything query, Actor asker) {
    var words = Like.words(query.words());
    if (words.length == 0) return List.of();
    var found = new ArrayList<Found>();
    for (var kind : KINDS)
      if (Rights.allowed(kind.page(), asker)) {
        var hits = hits(kind, query, words, asker);
        if (!hits.hits().isEmpty()) found.add(hits);
      }
    return found;
  }

  private record Counted(Hit hit, long total) {}

  private Found hits(Kind kind, FindAnything query, String[] words, Actor asker) {
    var rows =
        db.sql(
                "select found.*, count(*) over () as total from ("
                    + kind.sql()
                    + ") found order by found.title collate \"de-x-icu\", found.id limit :most")
            .param("words", words)
            .param("grams", grams(query.words()))
            .param("office", Stream.of(OFFICE).anyMatch(asker::has))
            .param("asker", asker.userId())
            .param("short", grams(query.words()).length == 0)
            .param("most", query.most())
            .query(
                (row, number) ->
                    new Counted(
                        new Hit(
                            kind.code(),
                            row.getString("id"),
                            row.getString("title"),
                            row.getString("about"),
                            kind.code().equals("case") ? model(row) : null,
                            kind.path() + row.getString("id")),
                        row.getLong("total")))
            .list();
    return new Found(
        kind.code(),
        rows.stream().map(Counted::hit).toList(),
        rows.isEmpty() ? 0 : rows.getFirst().total());
  }

  private static Model model(ResultSet row) throws SQLException {
    return new Model(
        row.getString("model_key"),
        row.getInt("model_version"),
        row.getString("model_definition"),
        row.getString("model_name"));
  }

  private static String named(String id, String about, String table) {
    return "select "
        + id
        + " as id, name as title, cast("
        + about
        + " as text) as about from "
        + table
        + " where search_grams(search) @> :grams::text[] and search like all(:words::text[])";
  }

  /** By its own words and its partners' names, mixed; the partner that was found is told. */
  private static String withPartners(String id, String table, String partners) {
    return """
        select t.%1$s as id, t.title,
          (select string_agg(p.name, ', ' order by p.name collate "de-x-icu") from %3$s p
           where p.%1$s = t.%1$s and p.search like any(:words::text[]) and not t.search like all(:words::text[])) as about
        from %2$s t
        where t.%1$s in (
            select %1$s from %2$s where search_grams(search) && :grams::text[] or :short
            union all
            select %1$s from %3$s p where search_grams(search) && :grams::text[] or :short)
          and not exists (
            select from unnest(:words::text[]) word where t.search not like word
              and not exists (select from %3$s p where p.%1$s = t.%1$s and p.search like word))
        """
        .formatted(id, table, partners);
  }

  /** All groups of three letters; a word of less is looked for in every row. */
  private static String[] grams(String typed) {
    return SearchText.words(typed).stream()
        .flatMap(
            word ->
                java.util.stream.IntStream.rangeClosed(0, word.length() - 3)
                    .mapToObj(from -> word.substring(from, from + 3)))
        .distinct()
        .toArray(String[]::new);
  }
}
