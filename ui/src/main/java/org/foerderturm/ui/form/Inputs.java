package org.foerderturm.ui.form;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.foerderturm.committee.CommitteeQuery.FindBodies;
import org.foerderturm.consortium.ConsortiumQuery.ConsortiumRow;
import org.foerderturm.consortium.ConsortiumQuery.FindConsortia;
import org.foerderturm.consortium.ConsortiumQuery.FindConsortium;
import org.foerderturm.council.CouncilQuery.FindCouncilPapers;
import org.foerderturm.council.CouncilQuery.PaperRow;
import org.foerderturm.form.Field;
import org.foerderturm.form.Field.Option;
import org.foerderturm.funding.FundingQuery.ApplicationRow;
import org.foerderturm.funding.FundingQuery.FindApplication;
import org.foerderturm.funding.FundingQuery.FindApplications;
import org.foerderturm.kernel.NameOrder;
import org.foerderturm.typed.Typed;
import org.foerderturm.ui.common.DayField;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.MomentField;
import org.foerderturm.ui.common.NameField;
import org.foerderturm.ui.common.NumberField;
import org.foerderturm.ui.common.Pickers;
import org.foerderturm.ui.common.TimeField;
import org.foerderturm.ui.common.TypedField;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** Native fields for the components of a form schema. */
final class Inputs {
  private static final int MOST_PAPERS = 200;

  /** Under this name a draft keeps a text that can't be read yet. */
  private static final String UNREAD = "typed";

  private Inputs() {}

  static Input<?> of(Field field, List<Option> options) {
    return switch (field.kind()) {
      case TEXTAREA -> area(field);
      case NUMBER -> number(field);
      case DATETIME -> time(field);
      case CHECKBOX -> checkbox(field);
      case CHECKLIST -> checklist(field, options);
      case TAGLIST -> tags(field, options);
      case RADIO -> radio(field, options);
      case SELECT -> search(field, options);
      default -> line(field);
    };
  }

  /** Found by name; what is kept is the id. */
  static Input<?> picker(Field field, Field.Picker picker, Desk desk) {
    return switch (picker) {
      case PERSON -> person(field, desk.candidates());
      case CONSORTIUM -> consortium(field, desk);
      case APPLICATION -> application(field, desk);
      case BODY -> body(field, desk);
      case PAPER -> paper(field, desk);
      case ORGANISATION -> name(field, NameField.organisation(desk));
      case PEOPLE -> name(field, NameField.people(desk));
      case FUNDER -> name(field, NameField.funder(desk));
      case CALL -> name(field, NameField.call(desk));
    };
  }

  /** As many as there are: found by the server, page by page. */
  private static Input<ConsortiumRow> consortium(Field field, Desk desk) {
    var box = new ComboBox<ConsortiumRow>();
    box.setItems(
            query ->
                desk
                    .ask(
                        new FindConsortia(
                            query.getFilter().orElse(null),
                            null,
                            query.getOffset(),
                            query.getLimit()))
                    .rows()
                    .stream())
        .setIdentifierProvider(ConsortiumRow::consortiumId);
    box.setItemLabelGenerator(row -> row.title() + " · " + Words.code("stage", row.stage()));
    box.setPlaceholder(t("form.choose"));
    box.setClearButtonVisible(!field.limits().required());
    return new Input<>(
        field,
        dressed(box, field),
        ConsortiumRow::consortiumId,
        id -> {
          var found = desk.ask(new FindConsortium(id.toString()));
          return found == null ? null : found.row();
        });
  }

  private static Input<ApplicationRow> application(Field field, Desk desk) {
    var box = new ComboBox<ApplicationRow>();
    box.setItems(
            query ->
                desk
                    .ask(
                        new FindApplications(
                            query.getFilter().orElse(null),
                            null,
                            query.getOffset(),
                            query.getLimit()))
                    .rows()
                    .stream())
        .setIdentifierProvider(ApplicationRow::applicationId);
    box.setItemLabelGenerator(row -> row.title() + " · " + row.funder());
    box.setPlaceholder(t("form.choose"));
    box.setClearButtonVisible(!field.limits().required());
    return new Input<>(
        field,
        dressed(box, field),
        ApplicationRow::applicationId,
        id -> {
          var found = desk.ask(new FindApplication(id.toString()));
          return found == null ? null : found.row();
        });
  }

  private static Input<String> body(Field field, Desk desk) {
    var names = new LinkedHashMap<String, String>();
    for (var row : desk.ask(new FindBodies())) names.put(row.bodyId(), row.name());
    var box = new ComboBox<String>();
    Pickers.fill(box, List.copyOf(names.keySet()), id -> names.getOrDefault(id, id));
    box.setPlaceholder(t("form.choose"));
    box.setClearButtonVisible(!field.limits().required());
    return new Input<>(
        field, dressed(box, field), id -> id, id -> names.containsKey(id) ? id.toString() : null);
  }

  /** Those that have a number, by which one refers to them. */
  private static Input<PaperRow> paper(Field field, Desk desk) {
    var box = new ComboBox<PaperRow>();
    box.setItems(
            query ->
                papers(desk, query.getFilter().orElse(null))
                    .skip(query.getOffset())
                    .limit(query.getLimit()))
        .setIdentifierProvider(PaperRow::paperId);
    box.setItemLabelGenerator(row -> row.number() + " · " + row.title());
    box.setPlaceholder(t("form.choose"));
    box.setClearButtonVisible(!field.limits().required());
    return new Input<>(
        field,
        dressed(box, field),
        PaperRow::number,
        number ->
            papers(desk, number.toString())
                .filter(row -> number.equals(row.number()))
                .findFirst()
                .orElse(null));
  }

  private static Stream<PaperRow> papers(Desk desk, @Nullable String search) {
    return desk.ask(new FindCouncilPapers(search, 0, MOST_PAPERS)).rows().stream()
        .filter(row -> row.number() != null);
  }

  private static Input<String> name(Field field, NameField box) {
    box.setClearButtonVisible(!field.limits().required());
    return new Input<>(field, dressed(box, field), v -> v, Object::toString);
  }

  private static Input<String> person(Field field, Map<String, String> people) {
    var box = new ComboBox<String>();
    Pickers.fill(
        box,
        people.entrySet().stream()
            .sorted(NameOrder.by(Map.Entry<String, String>::getValue))
            .map(Map.Entry::getKey)
            .toList(),
        id -> people.getOrDefault(id, id));
    box.setPlaceholder(t("form.choose"));
    box.setClearButtonVisible(!field.limits().required());
    return new Input<>(
        field,
        dressed(box, field),
        id -> id,
        id -> people.containsKey(id.toString()) ? id.toString() : null);
  }

  private static Input<String> line(Field field) {
    var line = new TextField();
    whileTyping(line);
    if (field.limits().maxLength() != null) line.setMaxLength(field.limits().maxLength());
    if (field.prefix() != null) line.setPrefixComponent(new Span(field.prefix()));
    if (field.suffix() != null) line.setSuffixComponent(new Span(field.suffix()));
    if ("email".equals(field.limits().type())) line.getElement().setAttribute("inputmode", "email");
    if ("phone".equals(field.limits().type())) line.getElement().setAttribute("inputmode", "tel");
    return new Input<>(field, dressed(line, field), v -> v, Object::toString);
  }

  private static Input<String> area(Field field) {
    var area = new TextArea();
    area.setMinRows(4);
    area.setMaxRows(14);
    whileTyping(area);
    if (field.limits().maxLength() != null) area.setMaxLength(field.limits().maxLength());
    return new Input<>(field, dressed(area, field), v -> v, Object::toString);
  }

  /** A second after the last key, not on leaving: what is typed outlives its window. */
  private static void whileTyping(HasValueChangeMode field) {
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(1000);
  }

  private static Input<String> number(Field field) {
    var number = new NumberField("", field.numbers());
    if (field.name().equals("year")) number.year();
    var unit = field.isMoney() ? "€" : field.suffix();
    if (unit != null) number.setSuffixComponent(new Span(unit));
    if (field.prefix() != null) number.setPrefixComponent(new Span(field.prefix()));
    return field.isMoney()
        ? typed(
            field,
            number,
            euros -> plain(euros.movePointRight(2)),
            cents -> new BigDecimal(cents.toString()).movePointLeft(2))
        : typed(field, number, Inputs::plain, json -> new BigDecimal(json.toString()));
  }

  private static Object plain(BigDecimal number) {
    var exact = number.stripTrailingZeros();
    if (exact.scale() > 0 || exact.precision() - exact.scale() > 17) return number.toPlainString();
    return exact.longValueExact();
  }

  private static Input<String> time(Field field) {
    return switch (field.subtype()) {
      case "time" ->
          typed(field, new TimeField(""), LocalTime::toString, v -> LocalTime.parse(v.toString()));
      case "datetime" ->
          typed(
              field,
              new MomentField("").of(field.tense(), field.firstYear()),
              LocalDateTime::toString,
              v -> LocalDateTime.parse(v.toString()));
      default ->
          typed(
              field,
              new DayField("").of(field.tense(), field.firstYear()),
              LocalDate::toString,
              v -> LocalDate.parse(v.toString()));
    };
  }

  /** What can't be read is kept as it was typed; the server takes it for no value. */
  private static <T> Input<String> typed(
      Field field, TypedField<T> input, Function<T, Object> toJson, Function<Object, T> fromJson) {
    return new Input<>(
        field,
        dressed(input, field),
        text ->
            switch (input.typed()) {
              case Typed.Value<T>(var value) -> toJson.apply(value);
              case Typed.Empty<T> nothing -> null;
              case Typed.Unreadable<T> no -> Map.of(UNREAD, text);
            },
        json ->
            json instanceof Map<?, ?> kept
                ? String.valueOf(kept.get(UNREAD))
                : input.written(fromJson.apply(json)));
  }

  private static Input<Boolean> checkbox(Field field) {
    var box = new Checkbox();
    return new Input<>(
        field, dressed(box, field), v -> v, v -> v instanceof Boolean yes ? yes : null);
  }

  private static Input<Set<Option>> checklist(Field field, List<Option> options) {
    var group = new CheckboxGroup<Option>();
    group.setItems(options);
    group.setItemLabelGenerator(Inputs::label);
    group.addThemeNames("vertical");
    return new Input<>(field, dressed(group, field), Inputs::values, v -> chosen(options, v));
  }

  private static Input<Set<Option>> tags(Field field, List<Option> options) {
    var box = new MultiSelectComboBox<Option>();
    Pickers.fill(box, options, Inputs::label);
    return new Input<>(field, dressed(box, field), Inputs::values, v -> chosen(options, v));
  }

  private static Input<Option> radio(Field field, List<Option> options) {
    var group = new RadioButtonGroup<Option>();
    group.setItems(options);
    group.setItemLabelGenerator(Inputs::label);
    group.addThemeNames("vertical");
    return new Input<>(field, dressed(group, field), Option::value, v -> one(options, v));
  }

  private static Input<Option> search(Field field, List<Option> options) {
    var box = new ComboBox<Option>();
    Pickers.fill(box, options, Inputs::label);
    box.setPlaceholder(t("form.choose"));
    return new Input<>(field, dressed(box, field), Option::value, v -> one(options, v));
  }

  private static <C extends Component & HasValueAndElement<?, ?>> C dressed(C input, Field field) {
    var locale = Words.locale();
    if (input instanceof HasLabel labelled) labelled.setLabel(field.label().in(locale));
    if (input instanceof HasHelper helped && !field.description().isEmpty())
      helped.setHelperText(field.description().in(locale));
    if (field.limits().required()) input.setRequiredIndicatorVisible(true);
    if (input instanceof HasSize sized && !(input instanceof Checkbox)) sized.setWidthFull();
    if (input instanceof AbstractField<?, ?>) input.getElement().setAttribute("name", field.name());
    // Vaadin's own checks must not fight ours: problems are shown by the form's rules alone
    if (input instanceof com.vaadin.flow.component.shared.HasValidationProperties)
      input.getElement().setProperty("manualValidation", true);
    input.addClassName("ft-input");
    return input;
  }

  private static String label(@Nullable Option option) {
    return option == null ? "" : option.label().in(Words.locale());
  }

  private static List<String> values(Set<Option> chosen) {
    return chosen.stream().map(Option::value).toList();
  }

  private static @Nullable Option one(List<Option> options, Object value) {
    return find(options, value).orElse(null);
  }

  private static Set<Option> chosen(List<Option> options, Object values) {
    var chosen = new LinkedHashSet<Option>();
    if (values instanceof Collection<?> list)
      list.forEach(value -> find(options, value).ifPresent(chosen::add));
    return chosen;
  }

  private static Optional<Option> find(List<Option> options, @Nullable Object value) {
    return options.stream()
        .filter(o -> value != null && o.value().equals(value.toString()))
        .findFirst();
  }
}
