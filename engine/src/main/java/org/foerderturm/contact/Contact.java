package org.foerderturm.contact;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.foerderturm.contact.ContactCommand.*;
import org.foerderturm.contact.ContactEvent.*;
import org.foerderturm.kernel.Memberships;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** A person who speaks for a member, from one day until another. */
@AggregateRoot
class Contact {
  private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 ()/.-]{4,30}");

  @AggregateIdentifier private String contactId;
  private String memberId;
  private String name;
  private String function;
  private @Nullable String mail;
  private @Nullable String phone;
  private LocalDate from;
  private boolean ended;

  @SuppressWarnings("NullAway.Init")
  private Contact() {}

  @CommandHandler
  @SuppressWarnings("NullAway.Init")
  Contact(AddContact c, Memberships members) {
    members.mustNotHaveLeft(c.memberId());
    apply(
        new ContactAdded(
            c.contactId(),
            c.memberId(),
            named(c.name()),
            c.function().strip(),
            mail(c.mail()),
            phone(c.phone()),
            c.from()));
  }

  @CommandHandler
  void handle(CorrectContact asked) {
    mustNotBeEnded();
    var c = Merge.of(asked, new CorrectContact(contactId, name, function, mail, phone));
    apply(
        new ContactCorrected(
            contactId,
            memberId,
            named(c.name()),
            c.function().strip(),
            mail(c.mail()),
            phone(c.phone())));
  }

  @CommandHandler
  void handle(EndContact c) {
    mustNotBeEnded();
    if (c.until().isBefore(from))
      throw new Rejected("term-ends-before-it-begins", Map.of("from", from.toString()));
    apply(new ContactEnded(contactId, memberId, name, c.until()));
  }

  private void mustNotBeEnded() {
    if (ended) throw new Rejected("contact-already-ended", Map.of("name", name));
  }

  private static String named(String name) {
    if (name.isBlank()) throw new Rejected("contact-name-missing");
    return name.strip();
  }

  private static @Nullable String mail(@Nullable String mail) {
    if (mail == null || mail.isBlank()) return null;
    if (!MAIL.matcher(mail.strip()).matches()) throw new Rejected("mail-address-wrong");
    return mail.strip();
  }

  private static @Nullable String phone(@Nullable String phone) {
    if (phone == null || phone.isBlank()) return null;
    if (!PHONE.matcher(phone.strip()).matches()) throw new Rejected("phone-number-wrong");
    return phone.strip();
  }

  @EventSourcingHandler
  void on(ContactAdded e) {
    contactId = e.contactId();
    memberId = e.memberId();
    name = e.name();
    function = e.function();
    mail = e.mail();
    phone = e.phone();
    from = e.from();
  }

  @EventSourcingHandler
  void on(ContactCorrected e) {
    name = e.name();
    function = e.function();
    mail = e.mail();
    phone = e.phone();
  }

  @EventSourcingHandler
  void on(ContactEnded e) {
    ended = true;
  }
}
