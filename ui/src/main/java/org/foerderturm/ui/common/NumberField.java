package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.typed.Numbers;
import org.foerderturm.typed.Numbers.Unit;
import org.foerderturm.typed.Typed;
import org.jspecify.annotations.Nullable;

/** A number or an amount, however it is typed; shown with its thousands once it is left. */
public final class NumberField extends TypedField<BigDecimal> {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private final transient Numbers numbers;
  private static final BigDecimal FAR = BigDecimal.valueOf(100);

  private boolean grouped = true;

  /** What the value replaces; null for nothing. */
  private transient @Nullable BigDecimal recorded;

  public NumberField(String label, Numbers numbers) {
    super(label);
    this.numbers = numbers;
    addThemeNames("align-right");
    if (numbers.unit() != Unit.NONE) setSuffixComponent(new Span(isMoney() ? "€" : "%"));
    getElement().setAttribute("inputmode", "decimal");
  }

  /** A year is 2027, not 2.027. */
  public NumberField year() {
    grouped = false;
    return this;
  }

  /**
   * What is recorded so far: of a value that is more than a hundred times as much, or less than a
   * hundredth of it, one is asked once. Set by what the field shows at first, unless that is a
   * proposal.
   */
  public NumberField against(@Nullable BigDecimal recorded) {
    this.recorded = recorded;
    return this;
  }

  @Override
  void shown(@Nullable BigDecimal value) {
    recorded = value;
  }

  @Override
  boolean asks(BigDecimal value) {
    var was = recorded;
    if (was == null || was.signum() == 0 || value.signum() == 0 || !grouped) return false;
    return value.abs().compareTo(was.abs().multiply(FAR)) > 0
        || value.abs().multiply(FAR).compareTo(was.abs()) < 0;
  }

  @Override
  Rejected question(BigDecimal value) {
    var was = recorded == null ? value : recorded;
    return wrong("amount-far-off", Map.of("recorded", offer(was), "value", offer(value)));
  }

  private boolean isMoney() {
    return numbers.unit() == Unit.EURO;
  }

  @Override
  Typed<BigDecimal> read(String text) {
    return numbers.read(text);
  }

  @Override
  public String written(BigDecimal value) {
    var locale = Words.locale();
    var signs =
        DecimalFormatSymbols.getInstance(
            Messages.isEnglish(locale) ? java.util.Locale.UK : java.util.Locale.GERMANY);
    // never rounded: what doesn't fit is refused as it stands
    if (isMoney()) return new DecimalFormat("#,##0.00##########", signs).format(value);
    if (numbers.decimals() == 0)
      return new DecimalFormat(grouped ? "#,##0.############" : "0.############", signs)
          .format(value);
    // 1234 and 33,3330: three digits after a sign would be thousands, or decimals
    var exact = value.stripTrailingZeros();
    int scale = Math.max(exact.scale(), 0);
    var plain = exact.setScale(scale == 3 ? 4 : scale).toPlainString();
    return plain.replace('.', signs.getDecimalSeparator());
  }

  @Override
  String words(BigDecimal value) {
    return value.abs().compareTo(MILLION) < 0 ? "" : "= " + inWords(value);
  }

  /** 12 Millionen 345 Tausend, with the rest in digits: exact, and read at a glance. */
  private String inWords(BigDecimal value) {
    var parts = new ArrayList<String>();
    if (value.signum() < 0) parts.add("−");
    var whole = value.abs().toBigInteger();
    var thousand = BigInteger.valueOf(1000);
    var rest = value.abs().subtract(new BigDecimal(whole));
    var scales = List.of("billions", "millions", "thousands");
    for (int i = 0; i < scales.size(); i++) {
      var unit = thousand.pow(scales.size() - i);
      var count = whole.divide(unit);
      whole = whole.mod(unit);
      if (count.signum() > 0) parts.add(Words.count("typed." + scales.get(i), count.longValue()));
    }
    var last = new BigDecimal(whole).add(rest);
    if (last.signum() > 0)
      parts.add(rest.signum() == 0 ? Formats.number(whole.longValue()) : written(last));
    if (isMoney()) parts.add(t("typed.euros"));
    return String.join(" ", parts);
  }

  @Override
  boolean fits(BigDecimal reading) {
    return reading.stripTrailingZeros().scale() <= numbers.decimals();
  }

  @Override
  String offer(BigDecimal reading) {
    return isMoney() ? written(reading) + " €" : told(reading);
  }

  @Override
  String told(BigDecimal reading) {
    return isMoney() && fits(reading) ? written(reading) : Formats.number(reading);
  }

  @Override
  String code(Typed.Reason reason) {
    if (reason == Typed.Reason.DECIMALS && numbers.decimals() > 0)
      return isMoney() ? "amount-not-in-cents" : "number-too-exact";
    return super.code(reason);
  }
}
