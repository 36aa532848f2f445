package org.foerderturm.alliance;

import java.util.Map;
import org.foerderturm.kernel.Invoices;
import org.foerderturm.kernel.Rejected;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The invoices of the members' contributions. */
@Component
class KnownInvoices implements Invoices {
  private final JdbcClient db;

  KnownInvoices(JdbcClient db) {
    this.db = db;
  }

  @Override
  public void mustBeFree(String number, String contributionId) {
    db.sql(
            """
            select member_name, year from view_contribution
            where lower(invoice_number) = lower(?) and contribution_id <> ?
            limit 1
            """)
        .params(number.strip(), contributionId)
        .query(
            (row, n) ->
                new Rejected(
                    "invoice-number-taken",
                    Map.of(
                        "number",
                        number.strip(),
                        "name",
                        row.getString("member_name"),
                        "year",
                        row.getString("year"))))
        .optional()
        .ifPresent(
            taken -> {
              throw taken;
            });
  }
}
