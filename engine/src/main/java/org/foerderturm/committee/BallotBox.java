package org.foerderturm.committee;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.foerderturm.committee.CommitteeConsequence.PublishBallots;
import org.foerderturm.committee.MeetingCommand.CloseSecretBallot;
import org.foerderturm.committee.MeetingCommand.HandInBallot;
import org.foerderturm.committee.MeetingCommand.OpenSecretBallot;
import org.foerderturm.committee.MeetingEvent.Ballot;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Office;
import org.foerderturm.kernel.Rejected;
import org.springframework.stereotype.Component;

/**
 * Boxes in memory. Ballots lie in the order of their hashes from the first on, so that not even the
 * box knows in which order they came.
 */
@Component
class BallotBox implements SecretBallots {
  private record Key(String meetingId, String itemId) {}

  private static final class Box {
    private final TreeMap<String, Ballot> ballots = new TreeMap<>();
    private boolean closed;

    synchronized void put(Ballot ballot) {
      ballots.put(ballot.hash(), ballot);
    }

    synchronized List<Ballot> empty() {
      closed = true;
      return List.copyOf(ballots.values());
    }

    synchronized boolean isClosed() {
      return closed;
    }
  }

  private final Office office;
  private final Map<Key, Box> boxes = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  BallotBox(Office office) {
    this.office = office;
  }

  @Override
  public void open(String meetingId, String itemId, Actor chair) {
    send(new OpenSecretBallot(meetingId, itemId), chair);
    boxes.put(new Key(meetingId, itemId), new Box());
  }

  /** Holds the box while it asks, so that no count falls between the hand-in and its ballot. */
  @Override
  public Ballot handIn(String meetingId, String itemId, Vote vote, Actor member) {
    var box = box(meetingId, itemId);
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String nonce = HexFormat.of().formatHex(bytes);
    var ballot = new Ballot(SecretBallots.hash(vote, nonce), vote, nonce);
    synchronized (box) {
      send(new HandInBallot(meetingId, itemId), member);
      box.put(ballot);
    }
    return ballot;
  }

  @Override
  public void count(String meetingId, String itemId, Actor chair) {
    var box = box(meetingId, itemId);
    synchronized (box) {
      if (!box.isClosed()) send(new CloseSecretBallot(meetingId, itemId), chair);
      send(new PublishBallots(meetingId, itemId, box.empty()), chair);
    }
    boxes.remove(new Key(meetingId, itemId));
  }

  private Box box(String meetingId, String itemId) {
    var box = boxes.get(new Key(meetingId, itemId));
    if (box == null) throw new Rejected("ballot-box-gone");
    return box;
  }

  private void send(Command command, Actor who) {
    office.send(command, who, UUID.randomUUID().toString());
  }
}
