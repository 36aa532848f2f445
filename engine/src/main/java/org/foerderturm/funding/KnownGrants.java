package org.foerderturm.funding;

import java.time.LocalDate;
import org.foerderturm.kernel.Grants;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The grants that lists show. Of whom nobody said what kind of aid it is, a rate below all of the
 * costs is aid, and so is one that nobody asked for; what the Union grants itself is none.
 */
@Component
class KnownGrants implements Grants {
  private static final String SQL =
      """
      select a.programme, a.notice_on,
             (select max(received_on) from view_draw_down d
              where d.application_id = a.application_id and d.amount_cents > 0) as paid_on,
             exists (select from view_application_partner p
                     left join view_application_aid f using (application_id, partner_id)
                     where p.application_id = a.application_id
                       and case when f.category is null
                                then a.programme <> 'horizon'
                                     and coalesce(p.intensity_percent, 0) < 100
                                else f.category not in ('no-aid', 'de-minimis') end) as exempted,
             exists (select from view_application_aid f
                     where f.application_id = a.application_id and f.category = 'de-minimis')
             or exists (select from view_de_minimis_aid m
                        where m.application_id = a.application_id) as de_minimis
      from view_application a
      where a.application_id = ? and a.granted_cents is not null
      """;

  private final JdbcClient db;

  KnownGrants(JdbcClient db) {
    this.db = db;
  }

  @Override
  public @Nullable Granted of(String applicationId) {
    return db.sql(SQL)
        .param(applicationId)
        .query(
            (rs, n) ->
                new Granted(
                    rs.getString("programme"),
                    rs.getObject("notice_on", LocalDate.class),
                    rs.getObject("paid_on", LocalDate.class),
                    rs.getBoolean("exempted"),
                    rs.getBoolean("de_minimis")))
        .optional()
        .orElse(null);
  }
}
