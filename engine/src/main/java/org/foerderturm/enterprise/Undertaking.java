package org.foerderturm.enterprise;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise with all that count with it.
 *
 * @param weights in hundredths of a percent, itself included
 * @param publicPercent how much of it public bodies control, directly or through others
 */
record Undertaking(Enterprise self, Map<Enterprise, Integer> weights, BigDecimal publicPercent) {
  private static final BigInteger WHOLE = BigInteger.valueOf(Percent.WHOLE);

  /** A single undertaking: those that count in full. */
  List<Enterprise> linked() {
    return weights.entrySet().stream()
        .filter(each -> each.getValue() == Percent.WHOLE)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Its name, with those of the linked ones. */
  String name() {
    var others =
        linked().stream()
            .filter(each -> !each.equals(self))
            .map(each -> each.name())
            .collect(Collectors.joining(", "));
    return others.isEmpty() ? self.name() : self.name() + " (+ " + others + ")";
  }

  /** Years of which its own figures are known, oldest first. */
  List<Integer> years() {
    return List.copyOf(new TreeSet<>(self.years().keySet()));
  }

  /** The last closed year of which the single undertaking is known; null if there is none. */
  @Nullable Integer lastYear(LocalDate day) {
    var linked = linked();
    return years().reversed().stream()
        .filter(year -> year < day.getYear())
        .filter(year -> linked.stream().allMatch(each -> each.years().containsKey(year)))
        .findFirst()
        .orElse(null);
  }

  /** The figures of the single undertaking, partners left out, of a year that all have. */
  Year together(int year) {
    return linked().stream()
        .map(each -> Objects.requireNonNull(each.years().get(year)))
        .reduce(
            new Year(0, 0, 0),
            (sum, each) ->
                new Year(
                    Math.addExact(sum.staff(), each.staff()),
                    Math.addExact(sum.turnoverCents(), each.turnoverCents()),
                    Math.addExact(sum.balanceCents(), each.balanceCents())));
  }

  /** Who has no figures for the year, by name. */
  List<String> missing(int year) {
    return weights.keySet().stream()
        .filter(each -> !each.years().containsKey(year))
        .map(each -> each.name())
        .sorted()
        .toList();
  }

  /**
   * The figures of all; null while some are missing. Added up exactly and rounded once, so that no
   * threshold is missed by rounding: staff, of which a status asks for less than a number, down;
   * money, of which it allows an amount, up.
   */
  @Nullable Year year(int year) {
    if (!missing(year).isEmpty()) return null;
    return new Year(
        sum(year, Year::staff).divide(WHOLE).intValueExact(),
        up(sum(year, Year::turnoverCents)),
        up(sum(year, Year::balanceCents)));
  }

  private BigInteger sum(int year, ToLongFunction<Year> figure) {
    Function<Map.Entry<Enterprise, Integer>, BigInteger> share =
        each -> {
          var figures = each.getKey().years().get(year);
          return figures == null
              ? BigInteger.ZERO
              : BigInteger.valueOf(figure.applyAsLong(figures))
                  .multiply(BigInteger.valueOf(each.getValue()));
        };
    return weights.entrySet().stream().map(share).reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static long up(BigInteger hundredths) {
    return hundredths.add(WHOLE).subtract(BigInteger.ONE).divide(WHOLE).longValueExact();
  }

  DeMinimis deMinimis() {
    return new DeMinimis(linked().stream().flatMap(each -> each.aids().stream()).toList());
  }
}
