package org.foerderturm.typed;

import java.util.List;
import java.util.Locale;

/**
 * What a text says: exactly one value, nothing at all, or nothing that is certain.
 *
 * @param <T> what is read
 */
public sealed interface Typed<T> {

  /** It says this and could say nothing else. */
  record Value<T>(T value) implements Typed<T> {}

  /** Nothing was written. */
  record Empty<T>() implements Typed<T> {}

  /**
   * Something was written that must not be taken.
   *
   * @param readings what it could mean, if it could mean two things; else what was probably meant,
   *     or none
   */
  record Unreadable<T>(Reason reason, List<T> readings) implements Typed<T> {
    public Unreadable {
      readings = List.copyOf(readings);
    }
  }

  /** Why a text can't be taken. */
  enum Reason {
    /** Not a number as people write them. */
    NUMBER,
    /** One thousand, or one point something. */
    NUMBER_AMBIGUOUS,
    /** More decimals than there can be: a tenth of a cent, half a person. */
    DECIMALS,
    /** Not a day as people write them. */
    DAY,
    /** A day that no calendar has, or that is not that day of the week. */
    NO_SUCH_DAY,
    /** The third of April, or the fourth of March. */
    DAY_AMBIGUOUS,
    /** Not a time of day. */
    TIME,
    /** A day without its time, or a time without its day. */
    NOT_ALONE,
    /** A time that the clocks leave out on that day. */
    LEFT_OUT;

    /** {@code number-ambiguous} */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Which days a field asks for: decides what a day without its year means. */
  enum Tense {
    ANY,
    /** What has happened: today at the latest. */
    PAST,
    /** What is to come: today at the earliest. */
    FUTURE
  }

  static <T> Typed<T> value(T value) {
    return new Value<>(value);
  }

  static <T> Typed<T> empty() {
    return new Empty<>();
  }

  static <T> Typed<T> unreadable(Reason reason) {
    return new Unreadable<>(reason, List.of());
  }
}
