package org.foerderturm.committee;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.foerderturm.committee.MeetingEvent.AgendaItemAmended;
import org.foerderturm.committee.MeetingEvent.AgendaItemDecided;
import org.foerderturm.committee.MeetingEvent.AgendaItemPlaced;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingEvent.ElectionCounted;
import org.jspecify.annotations.Nullable;

/** What a {@link Meeting} remembers of one item of its agenda. */
final class AgendaItem {
  enum State {
    AHEAD,
    OPEN_VOTE,
    SECRET_BALLOT,
    COUNTING,
    DONE,
    ADJOURNED,
    STRUCK
  }

  final AgendaItemPlaced placed;
  String text;
  State state = State.AHEAD;
  final Map<String, Vote> votes = new LinkedHashMap<>();

  /** Who voted itself; for the others somebody typed it. */
  final Set<String> ownVotes = new HashSet<>();

  /** Id of the event that told a member's vote last. */
  final Map<String, String> votesToldBy = new HashMap<>();

  /** Id of the event that attached a file. */
  final Map<String, String> filesToldBy = new HashMap<>();

  final Set<String> recused = new HashSet<>();
  final Set<String> secretAskedBy = new HashSet<>();
  final Set<String> handedIn = new HashSet<>();

  /** Hashes by file id. */
  final Map<String, String> files = new LinkedHashMap<>();

  int round;

  /** How it was decided, and who was there for it. */
  @Nullable AgendaItemDecided decided;

  Set<String> there = Set.of();

  /** The last round of an election that was counted. */
  @Nullable ElectionCounted election;

  /** Whose bias came to light after the vote, and whether what follows is settled. */
  final Map<String, Boolean> lateBias = new LinkedHashMap<>();

  /** The changed wording that is voted on; null if it is what was proposed. */
  @Nullable AgendaItemAmended amended;

  AgendaItem(AgendaItemPlaced placed) {
    this.placed = placed;
    this.text = placed.text();
  }

  String id() {
    return placed.itemId();
  }

  String title() {
    return placed.title();
  }

  @Nullable String motionId() {
    return placed.motionId();
  }

  /** What is voted on. */
  String wording() {
    return amended == null ? text : amended.text();
  }

  boolean closed() {
    return placed.closedReason() != null;
  }

  /** A motion is its own paper. */
  boolean lacksPaper() {
    return motionId() == null && text.isBlank();
  }

  boolean voted() {
    return placed.kind() != AgendaKind.REPORT;
  }

  boolean settled() {
    return state == State.DONE || state == State.ADJOURNED || state == State.STRUCK;
  }

  boolean underVote() {
    return state == State.OPEN_VOTE || state == State.SECRET_BALLOT || state == State.COUNTING;
  }

  /** As a value, so that tests can compare what was remembered with what the events say. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AgendaItem item
        && placed.equals(item.placed)
        && text.equals(item.text)
        && state == item.state
        && votes.equals(item.votes)
        && ownVotes.equals(item.ownVotes)
        && recused.equals(item.recused)
        && secretAskedBy.equals(item.secretAskedBy)
        && handedIn.equals(item.handedIn)
        && files.equals(item.files)
        && round == item.round
        && Objects.equals(amended, item.amended)
        && Objects.equals(decided, item.decided)
        && there.equals(item.there)
        && Objects.equals(election, item.election)
        && lateBias.equals(item.lateBias);
  }

  @Override
  public int hashCode() {
    return placed.hashCode();
  }
}
