package org.foerderturm.process;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.foerderturm.kernel.Archive;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Bytes of files under their hash. Stored before the command that attaches them; equal bytes once.
 */
@Component
public class Files implements Archive {
  private final JdbcClient db;

  Files(JdbcClient db) {
    this.db = db;
  }

  /**
   * @return SHA-256 of the content, hex
   */
  @Override
  public String store(byte[] content) {
    String hash = hash(content);
    db.sql("insert into case_file (sha256, content) values (?, ?) on conflict do nothing")
        .params(hash, content)
        .update();
    return hash;
  }

  @Override
  public boolean has(String sha256) {
    return db.sql("select exists (select 1 from case_file where sha256 = ?)")
        .param(sha256)
        .query(Boolean.class)
        .single();
  }

  @Override
  public byte[] begin(String sha256) {
    return db.sql("select substring(content from 1 for 8) from case_file where sha256 = ?")
        .param(sha256)
        .query(byte[].class)
        .optional()
        .orElse(new byte[0]);
  }

  public Optional<byte[]> load(String sha256) {
    return db.sql("select content from case_file where sha256 = ?")
        .param(sha256)
        .query(byte[].class)
        .optional();
  }

  static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
