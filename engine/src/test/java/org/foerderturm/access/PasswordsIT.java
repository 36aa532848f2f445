package org.foerderturm.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.foerderturm.access.AccessCommand.RecordOneTimePassword;
import org.foerderturm.access.AccessCommand.RecordPasswordChange;
import org.foerderturm.access.AccessCommand.RecordSignInRefusal;
import org.foerderturm.database.TestDatabase;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Office;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Receipt;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class PasswordsIT {
  private static final String GOOD = "kohle und stahl";

  private static final DataSource DATABASE = TestDatabase.fresh();

  private final List<Command> recorded = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private final JdbcClient db = JdbcClient.create(DATABASE);
  private Passwords passwords;

  @BeforeAll
  static void tables() {
    new ResourceDatabasePopulator(new ClassPathResource("db/migration/V10__access.sql"))
        .execute(DATABASE);
  }

  @BeforeEach
  void anna() {
    db.sql("truncate view_user, access_credential").update();
    db.sql("insert into view_user values ('anna', 'Anna', '{office-lead}', false, null, now())")
        .update();
    passwords = passwords(Duration.ZERO);
    passwords.set("anna", GOOD);
    recorded.clear();
  }

  @Test
  void the_right_password_lets_in() {
    var user = passwords.signIn("anna", GOOD).orElseThrow();
    assertThat(user.displayName()).isEqualTo("Anna");
    assertThat(user.roles()).containsExactly(Role.OFFICE_LEAD);
    assertThat(recorded).isEmpty();
  }

  @Test
  void a_wrong_password_is_refused_and_on_record() {
    assertThat(passwords.signIn("anna", "kohle und staub")).isEmpty();
    assertThat(recorded).containsExactly(new RecordSignInRefusal("anna", "wrong-password"));
  }

  @Test
  void an_unknown_name_is_refused_and_not_on_record() {
    assertThat(passwords.signIn("nobody", GOOD)).isEmpty();
    assertThat(recorded).isEmpty();
  }

  @Test
  void a_refusal_takes_its_time_for_known_and_unknown_names() {
    passwords = passwords(Duration.ofMillis(300));
    for (String name : List.of("anna", "nobody")) {
      long start = System.nanoTime();
      passwords.signIn(name, "kohle und staub");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
    }
  }

  @Test
  void a_locked_person_stays_out() {
    db.sql("update view_user set locked = true").update();
    assertThat(passwords.signIn("anna", GOOD)).isEmpty();
    assertThat(passwords.current("anna")).isEmpty();
    assertThat(recorded).containsExactly(new RecordSignInRefusal("anna", "locked"));
  }

  @Test
  void the_fifth_mistake_closes_the_account_for_a_while() {
    mistakes(5);
    assertThat(passwords.signIn("anna", GOOD)).isEmpty();
    assertThat(recorded).hasSize(5);
    now = now.plusSeconds(31);
    assertThat(passwords.signIn("anna", GOOD)).isPresent();
  }

  @Test
  void each_further_mistake_doubles_the_pause_up_to_a_quarter_of_an_hour() {
    mistakes(5);
    for (int pause : new int[] {30, 60, 120, 240, 480, 900, 900}) {
      now = now.plusSeconds(pause - 1);
      assertThat(passwords.signIn("anna", GOOD)).isEmpty();
      now = now.plusSeconds(1);
      mistakes(1);
    }
    now = now.plusSeconds(900);
    assertThat(passwords.signIn("anna", GOOD)).isPresent();
  }

  @Test
  void a_success_forgets_earlier_mistakes() {
    mistakes(4);
    assertThat(passwords.signIn("anna", GOOD)).isPresent();
    mistakes(4);
    assertThat(passwords.signIn("anna", GOOD)).isPresent();
  }

  @Test
  void guessing_in_parallel_gets_no_more_tries() throws Exception {
    try (var pool = Executors.newFixedThreadPool(8)) {
      List<Callable<Object>> guesses = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String guess = "geraten und falsch " + i;
        guesses.add(() -> passwords.signIn("anna", guess));
      }
      for (var guess : pool.invokeAll(guesses)) guess.get();
    }
    assertThat(recorded).hasSize(5);
  }

  @Test
  void a_one_time_password_must_be_changed() {
    String once = passwords.issueOneTime("anna", Actor.of("admin", Role.ADMINISTRATOR));
    assertThat(recorded).containsExactly(new RecordOneTimePassword("anna"));
    assertThat(passwords.signIn("anna", GOOD)).isEmpty();
    assertThat(passwords.signIn("anna", once)).isPresent();
    assertThat(passwords.mustChange("anna")).isTrue();
    passwords.change("anna", once, "schacht und halde");
    assertThat(passwords.mustChange("anna")).isFalse();
    assertThat(passwords.signIn("anna", "schacht und halde")).isPresent();
  }

  @Test
  void a_one_time_password_ends_a_pause() {
    mistakes(5);
    String once = passwords.issueOneTime("anna");
    assertThat(passwords.signIn("anna", once)).isPresent();
  }

  @Test
  void who_changes_a_password_knows_the_present_one() {
    assertThatThrownBy(() -> passwords.change("anna", "kohle und staub", "schacht und halde"))
        .hasMessage("password-wrong");
    assertThat(passwords.signIn("anna", GOOD)).isPresent();
  }

  @Test
  void a_new_password_is_another_one() {
    assertThatThrownBy(() -> passwords.change("anna", GOOD, GOOD)).hasMessage("password-unchanged");
  }

  @Test
  void a_change_is_on_record_without_the_password() {
    passwords.set("anna", "schacht und halde");
    assertThat(recorded).containsExactly(new RecordPasswordChange("anna"));
  }

  @Test
  void what_can_not_be_recorded_does_not_happen() {
    passwords = passwords(new Refusing(), Duration.ZERO);
    assertThatThrownBy(() -> passwords.set("anna", "schacht und halde")).hasMessage("not-allowed");
    assertThat(passwords.signIn("anna", GOOD)).isPresent();
  }

  @Test
  void only_known_people_get_a_password() {
    assertThatThrownBy(() -> passwords.set("nobody", GOOD)).hasMessage("user-unknown");
    assertThatThrownBy(() -> passwords.issueOneTime("nobody")).hasMessage("user-unknown");
  }

  @Test
  void the_hash_names_its_scheme_and_never_the_password() {
    String hash = db.sql("select hash from access_credential").query(String.class).single();
    assertThat(hash).startsWith("{pbkdf2-sha256-600k}").doesNotContain("kohle");
  }

  private void mistakes(int count) {
    for (int i = 0; i < count; i++) passwords.signIn("anna", "kohle und staub");
  }

  private Passwords passwords(Duration floor) {
    return passwords(new Recording(), floor);
  }

  private Passwords passwords(Office office, Duration floor) {
    return new Passwords(db, office, new UserAnswers(db), () -> now, floor, 1_000);
  }

  private class Recording implements Office {
    @Override
    public synchronized Receipt send(Command command, Actor actor, String key) {
      recorded.add(command);
      return new Receipt(key, 1, 1);
    }

    @Override
    public <R> R ask(Query<R> query, Actor actor) {
      throw new AssertionError("passwords are checked without a question: " + query);
    }

    @Override
    public <R> R asOf(Set<String> things, long position, Supplier<R> questions) {
      throw new AssertionError("nobody looks back here, but at " + things);
    }

    @Override
    public AutoCloseable onChange(Consumer<Set<String>> listener) {
      return () -> {};
    }
  }

  private final class Refusing extends Recording {
    @Override
    public Receipt send(Command command, Actor actor, String key) {
      if (command instanceof RecordPasswordChange) throw new Rejected("not-allowed");
      return super.send(command, actor, key);
    }
  }
}
