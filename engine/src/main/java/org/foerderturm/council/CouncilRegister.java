package org.foerderturm.council;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.council.CouncilCommand.GiveCouncilNumber;
import org.foerderturm.council.CouncilCommand.NameOriginalPaper;
import org.foerderturm.council.CouncilEvent.CouncilNumberAsked;
import org.foerderturm.council.CouncilEvent.CouncilNumberGiven;
import org.foerderturm.council.CouncilEvent.OriginalPaperNamed;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * The register of numbers (Drucksachennummern). One stream for all of them: two papers that are
 * registered at the same moment wait for each other, and one that fails leaves no gap, because its
 * number is given in the transaction that registers it.
 *
 * <p>The year is that of the event that asks, as the log stamped it; no clock is read here.
 */
@AggregateRoot
class CouncilRegister {
  static final String ID = "council-register";
  private static final ZoneId OFFICE = WorkingDays.OFFICE;

  @AggregateIdentifier
  @SuppressWarnings("unused")
  private @Nullable String registerId;

  private final Map<String, String> numbers = new HashMap<>();
  private final Map<String, String> papers = new HashMap<>();

  /** Supplement → the paper that it supplements. */
  private final Map<String, String> originals = new HashMap<>();

  private final Map<Integer, Integer> last = new HashMap<>();
  private final Map<String, Integer> supplements = new HashMap<>();
  private int year;

  CouncilRegister() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(NameOriginalPaper c) {
    theOne(c.registerId());
    var number = c.number().strip().toUpperCase(Locale.ROOT);
    var original = papers.get(number);
    if (original == null) throw new Rejected("council-number-unknown", Map.of("number", number));
    apply(new OriginalPaperNamed(c.registerId(), c.paperId(), original, number));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(GiveCouncilNumber c) {
    theOne(c.registerId());
    var has = numbers.get(c.paperId());
    if (has != null) throw new Rejected("council-number-already-given", Map.of("number", has));
    apply(new CouncilNumberAsked(c.registerId(), c.paperId()));
    var original = originals.get(c.paperId());
    var number =
        original == null
            ? "%05d-%02d".formatted(last.getOrDefault(year, 0) + 1, Math.floorMod(year, 100))
            : numbers.get(original) + "-E" + (supplements.getOrDefault(original, 0) + 1);
    apply(new CouncilNumberGiven(c.registerId(), c.paperId(), number, original));
  }

  /** There is one register: a second would give the same numbers again. */
  private static void theOne(String asked) {
    if (!asked.equals(ID)) throw new Rejected("council-register-unknown", Map.of("asked", asked));
  }

  @EventSourcingHandler
  void on(OriginalPaperNamed e) {
    registerId = e.registerId();
    originals.put(e.paperId(), e.originalId());
  }

  @EventSourcingHandler
  void on(CouncilNumberAsked e, @Timestamp Instant at) {
    registerId = e.registerId();
    year = at.atZone(OFFICE).getYear();
  }

  @EventSourcingHandler
  void on(CouncilNumberGiven e) {
    numbers.put(e.paperId(), e.number());
    if (e.originalId() != null) supplements.merge(e.originalId(), 1, Integer::sum);
    else {
      papers.put(e.number(), e.paperId());
      last.merge(year, 1, Integer::sum);
    }
  }
}
