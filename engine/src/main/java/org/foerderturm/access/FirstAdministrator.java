package org.foerderturm.access;

import java.io.PrintStream;
import java.util.UUID;
import org.foerderturm.access.AccessCommand.RegisterFirstAdministrator;
import org.foerderturm.kernel.Office;
import org.foerderturm.kernel.Rejected;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets somebody in. Where nobody is registered, registers {@code admin}; where no administrator has
 * a password, gives the first one a one-time password and prints it on the console, nowhere else.
 * So a start that broke off in between mends itself, and an office that lost its last password
 * deletes the administrators' rows in {@code access_credential} and starts anew.
 */
@Component
@Order(10)
class FirstAdministrator implements ApplicationRunner {
  private static final String NAME = "admin";
  private final JdbcClient db;
  private final Office office;
  private final Passwords passwords;
  private final PrintStream console;

  @Autowired
  FirstAdministrator(JdbcClient db, Office office, Passwords passwords) {
    this(db, office, passwords, System.out);
  }

  FirstAdministrator(JdbcClient db, Office office, Passwords passwords, PrintStream console) {
    this.db = db;
    this.office = office;
    this.passwords = passwords;
    this.console = console;
  }

  @Override
  public void run(ApplicationArguments args) {
    if (db.sql("select count(*) from view_user").query(Long.class).single() == 0) register();
    db.sql(
            """
            select user_id from view_user
            where not locked and 'administrator' = any (roles) and not exists (
              select from view_user u join access_credential using (user_id)
              where not u.locked and 'administrator' = any (u.roles))
            order by registered_at, user_id limit 1\
            """)
        .query(String.class)
        .optional()
        .ifPresent(user -> announce(user, passwords.issueOneTime(user)));
  }

  private void register() {
    try {
      office.send(
          new RegisterFirstAdministrator(NAME, "Administration"),
          Staff.OFFICE,
          UUID.randomUUID().toString());
    } catch (Rejected notEmpty) {
      // another node was quicker, or the read side is still catching up
      if (!notEmpty.code().equals("staff-not-empty")) throw notEmpty;
    }
  }

  private void announce(String userId, String password) {
    console.printf("%n  Erste Anmeldung / first sign-in:  %s  %s%n", userId, password);
    console.printf("  Einmalkennwort, sofort zu ändern / one-time password, change it at once%n%n");
  }
}
