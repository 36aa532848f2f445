package org.foerderturm.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Revision;
import org.foerderturm.log.EventTypes;
import org.junit.jupiter.api.Test;

/** Nobody's change is undone by one who knew nothing of it, over all commands. */
class RevisionsTest {
  private static final Path SOURCES = Path.of("src/main/java/org/foerderturm/ui");

  /** What a dialog begins with that it takes from a record. */
  private static final Pattern FILLED =
      Pattern.compile(
          "setValue\\(\\s*(row|found|now|old|how|user|item|member|body|former)\\b"
              + "|(?<!Formats\\.)(count|euros|number|percent|year|day|pastDay|moment|scale|filled|line)\\([^;]*\\b(row|found|now|old|how)\\.\\w+\\(\\)");

  @Test
  void no_screen_sends_a_record_without_what_was_seen() throws IOException {
    var names = new TreeSet<String>();
    for (var type : revisions()) names.add(type.getSimpleName());
    assertThat(names).hasSizeGreaterThan(12);
    var sent = Pattern.compile("send\\(\\s*new (" + String.join("|", names) + ")\\(");
    for (var file : sources())
      assertThat(Files.readString(file)).as(file + "").doesNotContainPattern(sent);
  }

  @Test
  void a_dialog_that_a_record_fills_revises_it() throws IOException {
    var wrong = new TreeSet<String>();
    for (var file : sources())
      for (var method : Files.readString(file).split("\n  }\n")) {
        if (!method.contains("Dialogs.open(") && !method.contains("    ask(")) continue;
        // a proposal taken from a record; the assertion in the dialog looks at each field
        if (method.contains("suggested(")) continue;
        var filled = FILLED.matcher(method);
        if (filled.find()) wrong.add(file.getFileName() + ": " + filled.group());
      }
    assertThat(wrong).isEmpty();
  }

  @Test
  void both_languages_name_every_field_that_two_may_change() {
    var without = new TreeSet<String>();
    for (var type : revisions()) named(type, without);
    assertThat(without).isEmpty();
  }

  private static void named(Class<?> type, TreeSet<String> without) {
    for (RecordComponent part : type.getRecordComponents()) {
      if (part.getName().endsWith("Id") || part.getName().equals(Merge.SEEN)) continue;
      if (Merge.Composite.class.isAssignableFrom(part.getType())) named(part.getType(), without);
      else
        for (var language : List.of(Locale.GERMAN, Locale.ENGLISH))
          // what is asked anew each time can't have changed meanwhile
          if (!List.of("reason", "asOf", "reportedOn", "validFrom", "year").contains(part.getName())
              && Messages.find("variable." + part.getName(), language) == null)
            without.add(language + " variable." + part.getName() + " of " + type.getSimpleName());
    }
  }

  @Test
  void every_revision_holds_what_was_seen_as_its_last_part() {
    for (var type : revisions()) {
      var parts = type.getRecordComponents();
      assertThat(Arrays.asList(parts).getLast().getName()).as(type + "").isEqualTo(Merge.SEEN);
    }
  }

  private static List<Class<?>> revisions() {
    return new EventTypes()
        .commands().values().stream()
            .filter(Revision.class::isAssignableFrom)
            .filter(type -> !type.getName().contains("Test$"))
            .<Class<?>>map(type -> type)
            .toList();
  }

  private static List<Path> sources() throws IOException {
    try (var files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
