package org.foerderturm.ui.alliance;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.foerderturm.alliance.AllianceQuery.FindMembers;
import org.foerderturm.alliance.AllianceQuery.FindMembersInFull;
import org.foerderturm.alliance.AllianceQuery.FindMembersOn;
import org.foerderturm.alliance.AllianceQuery.MemberRow;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Sort;
import org.foerderturm.ui.common.Formats;
import org.jspecify.annotations.Nullable;

/**
 * Which members the list shows, as its address says it.
 *
 * @param asOf a day before today; null for now
 */
record MembersPlace(
    String words,
    @Nullable String kind,
    @Nullable String status,
    @Nullable LocalDate asOf,
    @Nullable Sort sort) {
  static final List<String> STATUSES = List.of("prospect", "member", "left", "closed");

  static MembersPlace of(QueryParameters query) {
    return new MembersPlace(
        query.getSingleParameter("q").orElse(""),
        query
            .getSingleParameter("kind")
            .filter(code -> Stream.of(MemberKind.values()).anyMatch(k -> k.code().equals(code)))
            .orElse(null),
        query.getSingleParameter("status").filter(STATUSES::contains).orElse(null),
        query.getSingleParameter("asOf").map(MembersPlace::day).orElse(null),
        null);
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return past(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable LocalDate past(@Nullable LocalDate day) {
    return day != null && day.isBefore(LocalDate.now(Formats.OFFICE)) ? day : null;
  }

  MembersPlace searched(String other) {
    return new MembersPlace(other, kind, status, asOf, sort);
  }

  MembersPlace ofKind(@Nullable String other) {
    return new MembersPlace(words, other, status, asOf, sort);
  }

  MembersPlace inStatus(@Nullable String other) {
    return new MembersPlace(words, kind, other, asOf, sort);
  }

  MembersPlace on(@Nullable LocalDate day) {
    return new MembersPlace(words, kind, status, past(day), sort);
  }

  /** What was owed on a day of the past is not known, so no order goes by it. */
  MembersPlace sorted(@Nullable Sort other) {
    return new MembersPlace(words, kind, status, asOf, other);
  }

  QueryParameters parameters() {
    var chosen = new LinkedHashMap<String, String>();
    if (!words.isBlank()) chosen.put("q", words.strip());
    if (kind != null) chosen.put("kind", kind);
    if (status != null) chosen.put("status", status);
    if (asOf != null) chosen.put("asOf", asOf.toString());
    if (sort != null) chosen.put("sort", (sort.down() ? "-" : "") + sort.column());
    return QueryParameters.simple(chosen);
  }

  String address() {
    var query = parameters().getQueryString();
    return query.isEmpty() ? "alliance" : "alliance?" + query;
  }

  /** All that is known of those whom the list shows now. */
  FindMembersInFull inFull(int offset, int limit) {
    return new FindMembersInFull(
        words.isBlank() ? null : words.strip(), kind, status, offset, limit);
  }

  Query<Page<MemberRow>> rows(int offset, int limit) {
    var search = words.isBlank() ? null : words.strip();
    return asOf == null
        ? new FindMembers(search, kind, status, sort, offset, limit)
        : new FindMembersOn(
            asOf,
            search,
            kind,
            status,
            sort != null && sort.column().equals("open") ? null : sort,
            offset,
            limit);
  }
}
