package org.foerderturm.consortium;

import static org.foerderturm.consortium.CountryStatus.MEMBER_STATE;
import static org.foerderturm.consortium.OrganisationKind.MUNICIPALITY;
import static org.foerderturm.consortium.Programme.ERDF;
import static org.foerderturm.kernel.Refusals.refused;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.foerderturm.consortium.ConsortiumCommand.DissolveConsortium;
import org.foerderturm.consortium.ConsortiumCommand.RecordResolution;
import org.foerderturm.consortium.ConsortiumCommand.WriteOnePager;
import org.foerderturm.consortium.ConsortiumEvent.ConsortiumDissolved;
import org.foerderturm.consortium.ConsortiumEvent.ConsortiumProposed;
import org.foerderturm.consortium.IdeaCommand.*;
import org.foerderturm.consortium.IdeaEvent.*;
import org.foerderturm.kernel.Cases;
import org.junit.jupiter.api.Test;

class IdeaTest {
  private static final String ID = "idee-7";
  private static final Map<String, Object> TITLE = Map.of("title", "Bänke (Hafen)");

  private final Set<String> underWay = new HashSet<>();
  private final AggregateTestFixture<Consortium> idea =
      new AggregateTestFixture<>(Consortium.class);

  IdeaTest() {
    Cases cases = underWay::contains;
    idea.registerInjectableResource(cases);
    idea.registerInjectableResource(new ShippedTables());
  }

  // ---- selected

  @Test
  void a_selected_idea_brings_all_that_is_known_of_it_into_its_case() {
    idea.given(proposed()).when(new SelectIdea(ID)).expectEvents(selected());
  }

  @Test
  void an_idea_is_selected_once() {
    refused(
        idea.given(proposed(), selected()).when(new SelectIdea(ID)),
        "idea-already-selected",
        TITLE);
  }

  @Test
  void an_idea_whose_case_runs_is_not_selected_again() {
    underWay.add(ID);
    refused(idea.given(proposed()).when(new SelectIdea(ID)), "idea-already-selected", TITLE);
    refused(
        idea.given(proposed(), selected(), begun()).when(new SelectIdea(ID)),
        "idea-already-selected",
        TITLE);
  }

  @Test
  void an_idea_whose_case_was_cancelled_may_be_selected_anew() {
    idea.given(proposed(), selected(), begun()).when(new SelectIdea(ID)).expectEvents(selected());
  }

  @Test
  void nothing_is_selected_that_is_set_aside_or_dissolved() {
    refused(idea.given(proposed(), aside()).when(new SelectIdea(ID)), "idea-set-aside", TITLE);
    refused(idea.given(proposed(), dissolved()).when(new SelectIdea(ID)), "formation-ended", TITLE);
  }

  // ---- its case begins

  @Test
  void the_case_of_a_selected_idea_begins_once() {
    idea.given(proposed(), selected()).when(new BeginFormation(ID)).expectEvents(begun());
    refused(
        idea.given(proposed(), selected(), begun()).when(new BeginFormation(ID)),
        "idea-not-selected",
        TITLE);
  }

  @Test
  void no_case_begins_for_what_was_set_aside_in_the_meantime() {
    refused(
        idea.given(proposed(), selected(), aside()).when(new BeginFormation(ID)),
        "idea-not-selected",
        TITLE);
    refused(
        idea.given(proposed(), selected(), aside(), takenUp()).when(new BeginFormation(ID)),
        "idea-not-selected",
        TITLE);
  }

  // ---- set aside

  @Test
  void an_idea_is_set_aside_for_a_reason() {
    idea.given(proposed())
        .when(new SetIdeaAside(ID, " Niemand übernimmt sie. "))
        .expectEvents(aside());
    refused(idea.given(proposed()).when(new SetIdeaAside(ID, "  ")), "reason-missing", Map.of());
  }

  @Test
  void what_runs_is_not_set_aside() {
    underWay.add(ID);
    refused(idea.given(proposed()).when(new SetIdeaAside(ID, "zu spät")), "idea-runs", TITLE);
  }

  @Test
  void what_is_set_aside_or_dissolved_is_not_set_aside() {
    refused(
        idea.given(proposed(), aside()).when(new SetIdeaAside(ID, "noch einmal")),
        "idea-set-aside",
        TITLE);
    refused(
        idea.given(proposed(), dissolved()).when(new SetIdeaAside(ID, "noch einmal")),
        "formation-ended",
        TITLE);
  }

  @Test
  void nothing_happens_to_an_idea_that_is_set_aside() {
    for (var command :
        List.of(
            new WriteOnePager(ID, "a", "b", "c"),
            new RecordResolution(ID, "m-1", "adopted"),
            new DissolveConsortium(ID, "…")))
      refused(idea.given(proposed(), aside()).when(command), "idea-set-aside", TITLE);
  }

  // ---- taken up again

  @Test
  void what_was_set_aside_is_taken_up_and_may_be_selected() {
    idea.given(proposed(), aside()).when(new TakeUpIdea(ID)).expectEvents(takenUp());
    idea.given(proposed(), aside(), takenUp()).when(new SelectIdea(ID)).expectEvents(selected());
  }

  @Test
  void only_what_is_set_aside_is_taken_up() {
    refused(idea.given(proposed()).when(new TakeUpIdea(ID)), "idea-not-set-aside", TITLE);
    refused(
        idea.given(proposed(), aside(), takenUp()).when(new TakeUpIdea(ID)),
        "idea-not-set-aside",
        TITLE);
  }

  private static ConsortiumProposed proposed() {
    return new ConsortiumProposed(
        ID,
        "Bänke (Hafen)",
        Topic.HARBOUR,
        ERDF,
        null,
        null,
        0,
        "stadt-dortmund",
        "Stadt Dortmund",
        "DE",
        MEMBER_STATE,
        MUNICIPALITY,
        "Bänke, die Strom geben.");
  }

  private static IdeaSelected selected() {
    return new IdeaSelected(
        ID,
        "Bänke (Hafen)",
        Topic.HARBOUR,
        ERDF,
        null,
        null,
        0,
        "Stadt Dortmund",
        "DE",
        MEMBER_STATE,
        MUNICIPALITY,
        "Bänke, die Strom geben.");
  }

  private static FormationBegun begun() {
    return new FormationBegun(ID, "Bänke (Hafen)");
  }

  private static IdeaSetAside aside() {
    return new IdeaSetAside(ID, "Bänke (Hafen)", "Niemand übernimmt sie.");
  }

  private static IdeaTakenUp takenUp() {
    return new IdeaTakenUp(ID, "Bänke (Hafen)");
  }

  private static ConsortiumDissolved dissolved() {
    return new ConsortiumDissolved(ID, "Bänke (Hafen)", "…");
  }
}
