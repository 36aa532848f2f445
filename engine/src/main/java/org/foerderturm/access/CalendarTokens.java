package org.foerderturm.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.foerderturm.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secret part of the address under which a calendar program reads a person's deadlines. It
 * opens nothing else, is no password, and shows what the person may read at that moment.
 */
@Component
public class CalendarTokens {
  private static final int BYTES = 32;
  private final JdbcClient db;
  private final Passwords people;
  private final SecureRandom random = new SecureRandom();

  CalendarTokens(JdbcClient db, Passwords people) {
    this.db = db;
    this.people = people;
  }

  /** A new secret; the one before opens nothing from now on. It can't be shown again. */
  public String renew(Actor person) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    db.sql(
            """
            insert into access_calendar (user_id, token_hash, renewed_at) values (:user, :hash, :now)
            on conflict (user_id) do update set token_hash = excluded.token_hash, renewed_at = excluded.renewed_at\
            """)
        .param("user", person.userId())
        .param("hash", hash(token))
        .param("now", Instant.now().atOffset(ZoneOffset.UTC))
        .update();
    return token;
  }

  /** Nobody reads the person's calendar any more. */
  public void end(Actor person) {
    db.sql("delete from access_calendar where user_id = ?").param(person.userId()).update();
  }

  /** Since when the person's calendar can be read; null if it can't. */
  public @Nullable Instant since(Actor person) {
    return db.sql("select renewed_at from access_calendar where user_id = ?")
        .param(person.userId())
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .optional()
        .orElse(null);
  }

  /** Whose secret it is, with the rights of this moment; empty also for who is locked. */
  public Optional<Actor> holder(String token) {
    return db.sql("select user_id from access_calendar where token_hash = ?")
        .param(hash(token))
        .query(String.class)
        .optional()
        .flatMap(people::current)
        .map(user -> new Actor(user.userId(), null, user.roles()));
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
