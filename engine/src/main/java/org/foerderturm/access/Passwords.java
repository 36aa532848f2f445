package org.foerderturm.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foerderturm.access.AccessCommand.RecordOneTimePassword;
import org.foerderturm.access.AccessCommand.RecordPasswordChange;
import org.foerderturm.access.AccessCommand.RecordSignInRefusal;
import org.foerderturm.access.AccessQuery.FindUser;
import org.foerderturm.access.AccessQuery.UserRow;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Office;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;

/**
 * Sign-in by password. Hashes stand in {@code access_credential}, outside the log; the log gets the
 * fact alone that a password changed, was issued or failed, and gets it <em>first</em>, so that no
 * change is without a record.
 *
 * <p>Hash: PBKDF2-HMAC-SHA256 with 600,000 rounds, about 220 ms on one core, without a limit of 72
 * bytes as bcrypt has and without a further library as argon2 needs. Its id stands in the hash, so
 * that a stronger one replaces it at the next sign-in.
 *
 * <p>Guessing: every attempt counts as failed before the password is looked at, in one statement,
 * so that parallel attempts don't help. The fifth one and each further one close the account for 30
 * s, 1 min, 2 min … at most 15 min: nobody can lock a colleague out for long. A refusal never says
 * why, and takes at least {@link #FLOOR}, known person or not.
 */
@Component
public class Passwords {
  private static final Duration FLOOR = Duration.ofMillis(700);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final int FREE_ATTEMPTS = 5;
  private static final String SCHEME = "pbkdf2-sha256-600k";
  private static final int ROUNDS = 600_000;

  private final JdbcClient db;
  private final Office office;
  private final UserAnswers users;
  private final InstantSource clock;
  private final Duration floor;
  private final PasswordEncoder encoder;
  private final String nobodysHash;

  @Autowired
  Passwords(JdbcClient db, Office office, UserAnswers users) {
    this(db, office, users, InstantSource.system(), FLOOR, ROUNDS);
  }

  Passwords(
      JdbcClient db,
      Office office,
      UserAnswers users,
      InstantSource clock,
      Duration floor,
      int rounds) {
    this.db = db;
    this.office = office;
    this.users = users;
    this.clock = clock;
    this.floor = floor;
    var pbkdf2 =
        new Pbkdf2PasswordEncoder("", 16, rounds, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    encoder = new DelegatingPasswordEncoder(SCHEME, Map.of(SCHEME, pbkdf2));
    nobodysHash = hash(PasswordPolicy.random());
  }

  /** The person, if the password is right, the person isn't locked and no pause is running. */
  public Optional<UserRow> signIn(String userId, String password) {
    Instant start = clock.instant();
    var user = check(userId, password);
    if (user.isEmpty()) waitUntil(start.plus(floor));
    return user;
  }

  /** The person as of now, for the rights of a session; empty if unknown or locked. */
  public Optional<UserRow> current(String userId) {
    return Optional.ofNullable(users.answer(new FindUser(userId))).filter(user -> !user.locked());
  }

  /** The person signed in with a one-time password and must choose an own one before all else. */
  public boolean mustChange(String userId) {
    return db.sql("select must_change from access_credential where user_id = ?")
        .param(userId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /**
   * A person replaces the own password.
   *
   * @throws Rejected {@code password-wrong} if the present one is not right (it counts as a failed
   *     sign-in), {@code password-unchanged}, or as {@link #set}
   */
  public void change(String userId, String present, String next) {
    if (signIn(userId, present).isEmpty()) throw new Rejected("password-wrong");
    if (PasswordPolicy.normal(present).equals(PasswordPolicy.normal(next)))
      throw new Rejected("password-unchanged");
    set(userId, next);
  }

  /**
   * Sets a person's password; the caller has made sure that it is the person who asks.
   *
   * @throws Rejected {@code user-unknown}, {@code password-too-short}, {@code password-too-long} or
   *     {@code password-contains-name}
   */
  public void set(String userId, String password) {
    known(userId);
    String normal = PasswordPolicy.normal(password);
    PasswordPolicy.check(userId, normal);
    String hash = hash(normal);
    office.send(new RecordPasswordChange(userId), Actor.of(userId), key());
    store(userId, hash, false);
  }

  /** As {@link #issueOneTime(String, Actor)}, by the office itself. */
  public String issueOneTime(String userId) {
    return issueOneTime(userId, Staff.OFFICE);
  }

  /**
   * Replaces a person's password by a random, readable one that must be changed at the first
   * sign-in with it, and ends a pause. The answer is the only place where it can be read.
   *
   * @param by an administrator
   * @throws Rejected {@code user-unknown}, or {@code not-allowed} if {@code by} is no administrator
   */
  public String issueOneTime(String userId, Actor by) {
    known(userId);
    String password = PasswordPolicy.random();
    String hash = hash(password);
    office.send(new RecordOneTimePassword(userId), by, key());
    store(userId, hash, true);
    return password;
  }

  private Optional<UserRow> check(String userId, String password) {
    String normal = PasswordPolicy.normal(password);
    String hash = countAttempt(userId);
    boolean right = encoder.matches(normal, hash == null ? nobodysHash : hash);
    if (hash == null) return Optional.empty();
    var user = current(userId);
    if (right && user.isPresent()) {
      String stronger = encoder.upgradeEncoding(hash) ? hash(normal) : hash;
      db.sql(
              "update access_credential set failed = 0, locked_until = null, hash = ?"
                  + " where user_id = ? and hash = ?")
          .params(stronger, userId, hash)
          .update();
      return user;
    }
    String reason = right ? "locked" : "wrong-password";
    office.send(new RecordSignInRefusal(userId, reason), Staff.OFFICE, key());
    return Optional.empty();
  }

  /** The hash to compare with; null if nobody has this name or a pause is running. */
  private @Nullable String countAttempt(String userId) {
    Instant now = clock.instant();
    return db.sql(
            """
            update access_credential set failed = failed + 1, locked_until =
              case when failed + 1 >= :free then cast(:now as timestamptz) + least(
                :longest, :first * power(2, least(failed + 1 - :free, 20))) * interval '1 second' end
            where user_id = :user and (locked_until is null or locked_until <= :now)
            returning hash\
            """)
        .param("free", FREE_ATTEMPTS)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("longest", LONGEST_PAUSE.toSeconds())
        .param("first", FIRST_PAUSE.toSeconds())
        .param("user", userId)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private void store(String userId, String hash, boolean mustChange) {
    db.sql(
            """
            insert into access_credential (user_id, hash, changed_at, must_change)
            values (:user, :hash, :now, :must)
            on conflict (user_id) do update set hash = excluded.hash, failed = 0,
              changed_at = excluded.changed_at, must_change = excluded.must_change, locked_until = null\
            """)
        .param("user", userId)
        .param("hash", hash)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("must", mustChange)
        .update();
  }

  private void known(String userId) {
    if (users.answer(new FindUser(userId)) == null)
      throw new Rejected("user-unknown", Map.of("userId", userId));
  }

  private String hash(String password) {
    String hash = encoder.encode(password);
    if (hash == null) throw new IllegalStateException("no hash");
    return hash;
  }

  private void waitUntil(Instant end) {
    try {
      Thread.sleep(Math.max(0, Duration.between(clock.instant(), end).toMillis()));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
