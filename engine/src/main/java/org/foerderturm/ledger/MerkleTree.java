package org.foerderturm.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * A growing Merkle tree (RFC 6962, section 2.1) kept as the roots of its full subtrees, largest
 * first: enough to append and to name the root, whatever its size.
 */
public final class MerkleTree {
  private final List<byte[]> peaks;
  private final MessageDigest sha256 = sha256();
  private long size;

  /**
   * @param size number of leaves so far
   * @param peaks the roots of the full subtrees, 32 bytes each, largest first; one for each bit set
   *     in size
   */
  public MerkleTree(long size, byte[] peaks) {
    if (peaks.length != 32 * Long.bitCount(size))
      throw new IllegalArgumentException("peaks don't fit a tree of " + size + " leaves");
    this.size = size;
    this.peaks = new ArrayList<>();
    for (int i = 0; i < peaks.length; i += 32)
      this.peaks.add(java.util.Arrays.copyOfRange(peaks, i, i + 32));
  }

  /**
   * @param leafHash SHA-256 of a zero byte and the leaf's content
   */
  public void append(byte[] leafHash) {
    byte[] node = leafHash;
    for (long bits = size; (bits & 1) == 1; bits >>= 1) node = join(peaks.removeLast(), node);
    peaks.add(node);
    size++;
  }

  public long size() {
    return size;
  }

  /** The tree's root; SHA-256 of nothing for the empty tree. */
  public byte[] root() {
    if (peaks.isEmpty()) return sha256.digest();
    byte[] root = peaks.getLast();
    for (int i = peaks.size() - 2; i >= 0; i--) root = join(peaks.get(i), root);
    return root;
  }

  public byte[] peaks() {
    var all = new byte[32 * peaks.size()];
    for (int i = 0; i < peaks.size(); i++) System.arraycopy(peaks.get(i), 0, all, 32 * i, 32);
    return all;
  }

  private byte[] join(byte[] left, byte[] right) {
    sha256.update((byte) 1);
    sha256.update(left);
    sha256.update(right);
    return sha256.digest();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
