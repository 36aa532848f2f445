package org.foerderturm.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foerderturm.TestOffice;
import org.foerderturm.access.AccessCommand.GrantRole;
import org.foerderturm.access.AccessCommand.LockUser;
import org.foerderturm.access.AccessCommand.RecordSignInRefusal;
import org.foerderturm.access.AccessCommand.RegisterUser;
import org.foerderturm.access.AccessCommand.RevokeRole;
import org.foerderturm.access.AccessCommand.UnlockUser;
import org.foerderturm.access.AccessQuery.FindNames;
import org.foerderturm.access.AccessQuery.FindUser;
import org.foerderturm.access.AccessQuery.FindUsers;
import org.foerderturm.access.AccessQuery.UserRow;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.DefaultApplicationArguments;

/** The story of one office, from its first start on. */
@TestMethodOrder(OrderAnnotation.class)
class AccessIT {
  private static final TestOffice OFFICE = TestOffice.fresh();
  private static final Pattern LINE = Pattern.compile("admin {2}(\\S+)");

  @AfterAll
  static void close() {
    OFFICE.close();
  }

  @Test
  @Order(1)
  void the_first_start_lets_one_administrator_in() {
    String printed = start();
    Matcher line = LINE.matcher(printed);
    assertThat(line.find()).as(printed).isTrue();
    String once = line.group(1);

    var passwords = OFFICE.bean(Passwords.class);
    assertThat(passwords.signIn("admin", once))
        .contains(new UserRow("admin", "Administration", Set.of(Role.ADMINISTRATOR), false));
    assertThat(passwords.mustChange("admin")).isTrue();
    assertThat(log()).contains("OneTimePasswordIssued").doesNotContain(once).doesNotContain("pbk");

    passwords.change("admin", once, "zeche und halde");
    assertThat(passwords.mustChange("admin")).isFalse();
    assertThat(log()).contains("PasswordChanged").doesNotContain("zeche");
  }

  @Test
  @Order(2)
  void the_second_start_prints_nothing() {
    assertThat(start()).isEmpty();
  }

  @Test
  @Order(3)
  void an_office_that_lost_its_last_password_gets_a_new_one() {
    OFFICE.db().sql("delete from access_credential").update();
    assertThat(LINE.matcher(start()).find()).isTrue();
  }

  @Test
  @Order(4)
  void people_come_with_roles_and_names() {
    OFFICE.send(new RegisterUser("lena", "Lena Lead", Set.of(Role.OFFICE_LEAD)), TestOffice.ADMIN);
    OFFICE.send(new GrantRole("lena", Role.AUDITOR), TestOffice.ADMIN);
    OFFICE.send(new RevokeRole("lena", Role.OFFICE_LEAD, "wechselt"), TestOffice.ADMIN);

    assertThat(OFFICE.office().ask(new FindUser("lena"), TestOffice.ADMIN))
        .isEqualTo(new UserRow("lena", "Lena Lead", Set.of(Role.AUDITOR), false));
    assertThat(OFFICE.office().ask(new FindUser("nobody"), TestOffice.ADMIN)).isNull();
    assertThat(OFFICE.office().ask(new FindUsers(), TestOffice.ADMIN)).hasSize(2);
    assertThat(OFFICE.office().ask(new FindNames(), TestOffice.MANAGER))
        .containsEntry("lena", "Lena Lead");
  }

  @Test
  @Order(5)
  void a_locked_person_has_no_session_from_the_next_request_on() {
    var passwords = OFFICE.bean(Passwords.class);
    assertThat(passwords.current("lena")).isPresent();
    OFFICE.send(new LockUser("lena", "Gerät verloren"), TestOffice.ADMIN);
    assertThat(passwords.current("lena")).isEmpty();
    OFFICE.send(new UnlockUser("lena", "wieder da"), TestOffice.ADMIN);
    assertThat(passwords.current("lena")).isPresent();
  }

  @Test
  @Order(6)
  void two_administrators_who_lock_each_other_at_the_same_moment_do_not_both_succeed()
      throws Exception {
    OFFICE.send(new RegisterUser("ada", "Ada Admin", Set.of(Role.ADMINISTRATOR)), TestOffice.ADMIN);
    for (int round = 0; round < 10; round++) {
      try (var pool = Executors.newFixedThreadPool(2)) {
        for (var lock : pool.invokeAll(List.of(locking("ada"), locking("admin")))) lock.get();
      }
      var locked =
          OFFICE.office().ask(new FindUsers(), TestOffice.ADMIN).stream()
              .filter(UserRow::locked)
              .toList();
      assertThat(locked).hasSize(1);
      OFFICE.send(new UnlockUser(locked.getFirst().userId(), "wieder da"), TestOffice.ADMIN);
    }
  }

  @Test
  @Order(7)
  void only_administrators_administrate() {
    var register = new RegisterUser("eve", "Eve", Set.of(Role.ADMINISTRATOR));
    assertThatThrownBy(() -> OFFICE.send(register, TestOffice.LEAD)).hasMessage("not-allowed");
    assertThatThrownBy(() -> OFFICE.send(new RecordSignInRefusal("ada", "locked"), TestOffice.LEAD))
        .hasMessage("not-allowed");
    assertThatThrownBy(() -> OFFICE.bean(Passwords.class).issueOneTime("ada", TestOffice.LEAD))
        .hasMessage("not-allowed");
    assertThatThrownBy(() -> OFFICE.office().ask(new FindUsers(), TestOffice.LEAD))
        .hasMessage("not-allowed");
  }

  private static Callable<Boolean> locking(String userId) {
    return () -> {
      try {
        OFFICE.send(new LockUser(userId, "Streit"), TestOffice.ADMIN);
        return true;
      } catch (Rejected last) {
        assertThat(last.code()).isEqualTo("last-administrator");
        return false;
      }
    };
  }

  private static String start() {
    var bytes = new ByteArrayOutputStream();
    var console = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new FirstAdministrator(OFFICE.db(), OFFICE.office(), OFFICE.bean(Passwords.class), console)
        .run(new DefaultApplicationArguments());
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String log() {
    return String.join(
        "\n",
        OFFICE
            .db()
            .sql("select event_type || ' ' || payload::text from event_log")
            .query(String.class)
            .list());
  }
}
