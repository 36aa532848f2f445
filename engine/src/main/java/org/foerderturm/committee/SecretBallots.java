package org.foerderturm.committee;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.foerderturm.committee.MeetingEvent.Ballot;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Rejected;

/**
 * The box of a secret ballot. A marked ballot never enters a command, an event, a table or a log
 * before the count: it lies in the memory of this process, without its voter. That a member handed
 * in is an event; which ballot is the member's is known to the member alone, by its receipt. At the
 * count all ballots become one event, in the order of their hashes (ADR 15).
 *
 * <p>If the process ends before the count, the ballots are lost and the ballot must be repeated, as
 * with a paper box that was spilt. Begun, filled and counted on one node.
 */
public interface SecretBallots {

  /**
   * @throws Rejected if the meeting refuses it
   */
  void open(String meetingId, String itemId, Actor chair);

  /**
   * Hands in the member's ballot.
   *
   * @return the receipt: with it the member finds the own ballot among those that are published.
   *     Kept nowhere
   * @throws Rejected if the meeting refuses it, or {@code ballot-box-gone} if this process doesn't
   *     hold the box: the ballot must be voided and repeated
   */
  Ballot handIn(String meetingId, String itemId, Vote vote, Actor member);

  /**
   * Ends the ballot, publishes all ballots and so decides the item; void if the box doesn't hold
   * exactly what was handed in.
   *
   * @throws Rejected if the meeting refuses it, or {@code ballot-box-gone}
   */
  void count(String meetingId, String itemId, Actor chair);

  /** What binds a published vote to the receipt that was given for it. */
  static String hash(Vote vote, String nonce) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      byte[] content = (vote.name() + "|" + nonce).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(sha256.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
