package org.foerderturm.alliance;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.foerderturm.alliance.MemberEvent.OfferMade;
import org.foerderturm.calendar.WrittenDays;
import org.foerderturm.document.Paper;

/**
 * The individual offer (individuelles Angebot) as a paper: what is offered, how the contribution
 * came about, by which rows of which tables, and until when it can be accepted. Made of the event
 * alone, so that it never says anything else than the log.
 */
final class OfferPaper {
  static final List<Locale> LANGUAGES = List.of(Locale.GERMANY, Locale.UK);

  private final Locale language;
  private final ResourceBundle words;
  private final OfferMade offer;
  private final LocalDate offeredOn;

  OfferPaper(OfferMade offer, LocalDate offeredOn, Locale language) {
    this.offer = offer;
    this.offeredOn = offeredOn;
    this.language = language;
    words =
        ResourceBundle.getBundle(
            "alliance.offer",
            Locale.of(language.getLanguage()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String fileName() {
    return say("file", "number", String.valueOf(offer.number())) + ".pdf";
  }

  byte[] pdf() {
    var terms = offer.terms();
    var facts = new LinkedHashMap<String, String>();
    facts.put(say("to"), offer.name());
    facts.put(say("offered"), day(offeredOn));
    facts.put(say("joins"), day(offer.joinsOn()));
    facts.put(say("amount", "year", String.valueOf(terms.year())), euros(terms.amountCents()));
    facts.put(say("valid"), day(offer.validUntil()));
    return Paper.of(say("title", "number", String.valueOf(offer.number())), language)
        .foot(say("foot", "name", offer.name()))
        .facts(facts)
        .text(say("text", "name", offer.name()))
        .heading(say("how"))
        .table(List.of(say("step"), say("sum") + " ▸"), steps(terms))
        .heading(say("sources"))
        .table(
            List.of(say("table"), say("version") + " ▸", say("rule"), say("source")),
            terms.basis().stream()
                .map(
                    basis ->
                        List.of(
                            say("table." + basis.table()),
                            String.valueOf(basis.version()),
                            basis.rule(),
                            basis.source()))
                .toList())
        .text(say("acceptance", "day", day(offer.validUntil())))
        .signatures(List.of(say("sign.office"), say("sign.member", "name", offer.name())))
        .pdf();
  }

  /** As {@link Fee} calculates: from the fee of the class down to what is to pay. */
  private List<List<String>> steps(Terms terms) {
    var steps = new ArrayList<List<String>>();
    steps.add(
        List.of(
            say("class", "class", say("class." + terms.appliedClass().code())),
            euros(terms.feeCents())));
    if (terms.startUp()) steps.add(List.of(say("start-up"), "× ½"));
    if (terms.months() < 12)
      steps.add(
          List.of(
              say("months", "months", String.valueOf(terms.months())),
              "× " + terms.months() + "/12"));
    if (terms.creditCents() > 0)
      steps.add(List.of(say("in-kind"), "− " + euros(terms.creditCents())));
    if (terms.exceptionReason() != null)
      steps.add(
          List.of(say("exception", "reason", terms.exceptionReason()), euros(terms.amountCents())));
    if (terms.vatCategory() != null)
      steps.add(
          List.of(say("vat." + terms.vatCategory()), String.valueOf(terms.vatPercent()) + " %"));
    steps.add(
        List.of(say("to-pay", "year", String.valueOf(terms.year())), euros(terms.amountCents())));
    return steps;
  }

  private String euros(long cents) {
    var format =
        NumberFormat.getCurrencyInstance(
            language.getLanguage().equals("de") ? Locale.GERMANY : Locale.of("en", "IE"));
    return format.format(BigDecimal.valueOf(cents, 2));
  }

  private String day(LocalDate day) {
    return WrittenDays.day(day, language);
  }

  private String say(String key, String... namesAndValues) {
    var text = words.getString(key);
    var values = new LinkedHashMap<String, String>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2)
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    for (Map.Entry<String, String> value : values.entrySet())
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    return text;
  }
}
