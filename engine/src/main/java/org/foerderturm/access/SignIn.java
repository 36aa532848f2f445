package org.foerderturm.access;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.foerderturm.access.AccessCommand.RecordOneTimePassword;
import org.foerderturm.access.AccessCommand.RecordPasswordChange;
import org.foerderturm.access.AccessCommand.RecordSignInRefusal;
import org.foerderturm.access.AccessEvent.OneTimePasswordIssued;
import org.foerderturm.access.AccessEvent.PasswordChanged;
import org.foerderturm.access.AccessEvent.SignInRefused;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one person's password. A stream of its own, because it grows with every mistake.
 */
@AggregateRoot
class SignIn {
  @AggregateIdentifier
  @SuppressWarnings("unused")
  private @Nullable String id;

  static String streamOf(String userId) {
    return "sign-in:" + userId;
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecordPasswordChange command, Actor actor) {
    if (!actor.userId().equals(command.userId()) && !actor.has(Role.ADMINISTRATOR))
      throw new Rejected("not-your-password", Map.of("userId", command.userId()));
    apply(new PasswordChanged(command.userId()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecordOneTimePassword command) {
    apply(new OneTimePasswordIssued(command.userId()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecordSignInRefusal command) {
    apply(new SignInRefused(command.userId(), command.reason()));
  }

  @EventSourcingHandler
  void on(PasswordChanged event) {
    id = streamOf(event.userId());
  }

  @EventSourcingHandler
  void on(OneTimePasswordIssued event) {
    id = streamOf(event.userId());
  }

  @EventSourcingHandler
  void on(SignInRefused event) {
    id = streamOf(event.userId());
  }
}
