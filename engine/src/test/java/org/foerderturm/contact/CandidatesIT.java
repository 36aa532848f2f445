package org.foerderturm.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.foerderturm.TestOffice;
import org.foerderturm.access.AccessCommand.LockUser;
import org.foerderturm.access.AccessCommand.RegisterUser;
import org.foerderturm.contact.ContactCommand.AddContact;
import org.foerderturm.contact.ContactCommand.EndContact;
import org.foerderturm.contact.ContactQuery.FindSpeakers;
import org.foerderturm.kernel.Candidates;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.junit.jupiter.api.Test;

/** Who may be named for something, by the registers of people as they are. */
class CandidatesIT {
  private static final LocalDate JAN = LocalDate.of(2026, 1, 1);
  private static final LocalDate JUN = LocalDate.of(2026, 6, 30);
  private final TestOffice office = TestOffice.shared();
  private final Candidates candidates = office.bean(Candidates.class);
  private final String name = "Özlem " + UUID.randomUUID();

  @Test
  void who_is_locked_is_refused_by_name() {
    user();
    there(JUN);
    office.send(new LockUser(id(), "verlässt das Haus"), TestOffice.ADMIN);
    assertThat(refused(JUN)).isEqualTo("person-locked");
  }

  @Test
  void who_speaks_for_nobody_any_more_is_refused_from_the_day_after() {
    var contact = contact();
    there(JUN);
    office.send(new EndContact(contact, JUN), TestOffice.MANAGER);
    there(JUN);
    assertThat(refused(JUN.plusDays(1))).isEqualTo("person-gone");
    assertThat(speakers(JUN)).containsExactly(name);
    assertThat(speakers(JUN.plusDays(1))).isEmpty();
  }

  /** Where name and function are asked for, people type both. */
  @Test
  void a_function_behind_the_name_hides_nobody() {
    user();
    office.send(new LockUser(id(), "verlässt das Haus"), TestOffice.ADMIN);
    var no =
        catchThrowableOfType(
            Rejected.class, () -> candidates.mustBeThere(name + ", Kanzlerin", JUN));
    assertThat(no.code()).isEqualTo("person-locked");
  }

  @Test
  void another_of_the_same_name_may_be_meant() {
    user();
    contact();
    office.send(new LockUser(id(), "verlässt das Haus"), TestOffice.ADMIN);
    there(JUN);
  }

  @Test
  void whom_nobody_knows_is_typed() {
    there(JUN);
  }

  private void user() {
    office.send(new RegisterUser(id(), name, Set.of(Role.PROJECT_MANAGER)), TestOffice.ADMIN);
  }

  private String id() {
    return "u" + name.substring(name.length() - 12);
  }

  private String contact() {
    var contact = UUID.randomUUID().toString();
    office.send(new AddContact(contact, "m-1", name, "", null, null, JAN), TestOffice.MANAGER);
    return contact;
  }

  private java.util.List<String> speakers(LocalDate on) {
    return office.office().ask(new FindSpeakers(name, on), TestOffice.MANAGER);
  }

  private void there(LocalDate on) {
    assertThatCode(() -> candidates.mustBeThere(" " + name.toUpperCase(java.util.Locale.ROOT), on))
        .doesNotThrowAnyException();
  }

  private String refused(LocalDate on) {
    return catchThrowableOfType(Rejected.class, () -> candidates.mustBeThere(name, on)).code();
  }
}
