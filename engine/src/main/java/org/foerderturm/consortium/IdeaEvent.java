package org.foerderturm.consortium;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;

/** Whether somebody works on an idea. */
public sealed interface IdeaEvent extends Event {

  String consortiumId();

  /**
   * The idea is to be worked on. It says all that is known of it, because its case begins with
   * that.
   *
   * @param maximumFundingCents euro cents; 0 if unknown
   */
  @Revision("1")
  record IdeaSelected(
      String consortiumId,
      String title,
      Topic topic,
      Programme programme,
      @Nullable String call,
      @Nullable LocalDate deadline,
      long maximumFundingCents,
      String coordinator,
      String coordinatorCountry,
      CountryStatus coordinatorCountryStatus,
      OrganisationKind coordinatorKind,
      String idea)
      implements IdeaEvent {}

  @Revision("1")
  record FormationBegun(String consortiumId, String title) implements IdeaEvent {}

  @Revision("1")
  record IdeaSetAside(String consortiumId, String title, String reason) implements IdeaEvent {}

  @Revision("1")
  record IdeaTakenUp(String consortiumId, String title) implements IdeaEvent {}
}
