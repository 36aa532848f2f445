package org.foerderturm.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An archive that only knows what it has: for rules of aggregates, which see nothing else of it.
 */
public final class MemoryArchive implements Archive {
  private final Set<String> hashes = ConcurrentHashMap.newKeySet();

  /** Stores these words and returns their hash. */
  public String store(String words) {
    return store(words.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String store(byte[] content) {
    try {
      var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      hashes.add(hash);
      return hash;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean has(String sha256) {
    return hashes.contains(sha256);
  }
}
