package org.foerderturm.alliance;

import java.util.Map;
import org.foerderturm.kernel.Invoices;
import org.foerderturm.kernel.Rejected;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers of the office's invoices, of contributions and of commissions. They are reserved in the
 * transaction of the command: of two at the same moment the second waits for the first, and lists,
 * which follow a moment later, are asked for nothing but the words.
 */
@Component
class KnownInvoices implements Invoices {
  private final JdbcClient db;

  KnownInvoices(JdbcClient db) {
    this.db = db;
  }

  @Override
  public void reserve(String number, String invoiceOf) {
    var free =
        db.sql(
                "insert into invoice_number (number_key, invoice_of) values (lower(?), ?)"
                    + " on conflict (number_key) do nothing")
            .params(number.strip(), invoiceOf)
            .update();
    if (free == 0) mustBeOf(invoiceOf, number.strip());
  }

  @Override
  public void replace(String former, String number, String invoiceOf) {
    reserve(number, invoiceOf);
    if (former.strip().equalsIgnoreCase(number.strip())) return;
    db.sql("delete from invoice_number where invoice_of = ? and number_key = lower(?)")
        .params(invoiceOf, former.strip())
        .update();
  }

  private void mustBeOf(String invoiceOf, String number) {
    var holder =
        db.sql("select invoice_of from invoice_number where number_key = lower(?)")
            .param(number)
            .query(String.class)
            .single();
    if (holder.equals(invoiceOf)) return;
    throw db.sql(
            """
            select member_name, year from view_contribution where contribution_id = ?
            union all
            select subject, extract(year from coalesce(invoiced_on, ordered_at::date))::integer
            from view_commission where commission_id = ?
            """)
        .params(holder, holder)
        .query((row, n) -> taken(number, row.getString(1), row.getString(2)))
        .optional()
        .orElseGet(() -> taken(number, "–", "–"));
  }

  private static Rejected taken(String number, String name, String year) {
    return new Rejected(
        "invoice-number-taken", Map.of("number", number, "name", name, "year", year));
  }
}
