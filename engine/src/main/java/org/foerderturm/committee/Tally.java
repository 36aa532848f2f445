package org.foerderturm.committee;

import java.util.Collection;
import java.util.Collections;

/**
 * The count of a vote. Present is who voted, abstentions included; a biased member has left and is
 * none of them (GO NRW § 31).
 */
record Tally(int yes, int no, int abstentions) {
  static final String ADOPTED = "adopted";

  /** Adopted with another wording or sum than was proposed. */
  static final String AMENDED = "amended";

  static final String REJECTED = "rejected";
  static final String INQUORATE = "inquorate";

  static Tally of(Collection<Vote> votes) {
    return new Tally(
        Collections.frequency(votes, Vote.YES),
        Collections.frequency(votes, Vote.NO),
        Collections.frequency(votes, Vote.ABSTAIN));
  }

  boolean has(Vote vote) {
    return switch (vote) {
      case YES -> yes > 0;
      case NO -> no > 0;
      case ABSTAIN -> abstentions > 0;
    };
  }

  /** The same count without one such vote. */
  Tally without(Vote vote) {
    return switch (vote) {
      case YES -> new Tally(yes - 1, no, abstentions);
      case NO -> new Tally(yes, no - 1, abstentions);
      case ABSTAIN -> new Tally(yes, no, abstentions - 1);
    };
  }

  int present() {
    return yes + no + abstentions;
  }

  boolean quorate(BodyRules rules, int statutoryMembers) {
    return rules.quorum().reachedBy(present(), statutoryMembers);
  }

  String result(BodyRules rules, int statutoryMembers) {
    return quorate(rules, statutoryMembers)
        ? majority(rules, present(), statutoryMembers)
        : INQUORATE;
  }

  /**
   * The result where the quorum is presumed or not asked for.
   *
   * @param there who is present and not biased, voted or not
   */
  String majority(BodyRules rules, int there, int statutoryMembers) {
    int whole =
        switch (rules.counted()) {
          case VOTES -> yes + no;
          case PRESENT -> there;
          case MEMBERS -> statutoryMembers;
        };
    return yes > 0 && rules.majority().reachedBy(yes, whole) ? ADOPTED : REJECTED;
  }
}
