package org.foerderturm.intake;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.foerderturm.alliance.MemberCommand.DescribeMember;
import org.foerderturm.alliance.MemberCommand.IdentifyMember;
import org.foerderturm.alliance.MemberCommand.RegisterMember;
import org.foerderturm.intake.IntakeCommand.ImportMembers;
import org.foerderturm.intake.IntakeEvent.MembersImported;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** One list of members: taken up whole, once. */
@AggregateRoot
class Intake {
  @AggregateIdentifier private @Nullable String importId;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ImportMembers c, Consequences consequences) {
    if (importId != null) throw new Rejected("import-already-done");
    if (c.members().isEmpty()) throw new Rejected("import-without-rows");
    var seen = new HashSet<String>();
    for (var member : c.members()) {
      if (!seen.add(member.memberId()))
        throw refused(member, new Rejected("twice-in-file", Map.of("row", member.row())));
      try {
        take(member, consequences);
      } catch (Rejected no) {
        throw no.code().equals("import-cancelled") ? no : refused(member, no);
      }
    }
    apply(
        new MembersImported(
            c.importId(), c.fileName(), c.sha256(), c.members().size(), c.known(), c.refused()));
  }

  private static void take(NewMember member, Consequences consequences) {
    consequences.send(
        new RegisterMember(
            member.memberId(),
            member.name(),
            member.kind(),
            member.staff(),
            member.turnoverCents(),
            member.groupStaff(),
            member.groupTurnoverCents(),
            member.foundedOn(),
            member.topics(),
            member.joinedOn()));
    if (!member.expertTeams().isEmpty())
      consequences.send(
          new DescribeMember(
              member.memberId(), member.name(), member.topics(), member.expertTeams()));
    if (member.registerId() != null)
      consequences.send(new IdentifyMember(member.memberId(), member.registerId()));
  }

  private static Rejected refused(NewMember member, Rejected why) {
    return new Rejected(
        "import-row-refused",
        Map.of("row", member.row(), "name", member.name(), "why", why.code()));
  }

  @EventSourcingHandler
  void on(MembersImported e) {
    importId = e.importId();
  }
}
