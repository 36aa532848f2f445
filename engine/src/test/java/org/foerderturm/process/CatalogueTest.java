package org.foerderturm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.foerderturm.log.EventTypes;
import org.junit.jupiter.api.Test;

/**
 * Generated files are what the types say. To write them anew: {@code -Dfoerderturm.generate=true}.
 */
class CatalogueTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private final Catalogue catalogue = new Catalogue(new EventTypes());

  @Test
  void element_templates_fit_the_commands() throws IOException {
    check(ROOT.resolve("processes/.camunda/element-templates"), catalogue.elementTemplates());
  }

  @Test
  void the_reference_fits_commands_and_events() throws IOException {
    var files = new TreeMap<String, String>();
    files.put(
        "commands.md",
        page(
            "Commands that models may send",
            "A service task sends one by the element template of its name in `processes/.camunda/element-templates`.",
            catalogue.commands()));
    files.put(
        "events.md",
        page(
            "Events",
            "Each is stored in the log under this name. A model waits for one by a message of the same name.",
            catalogue.events()));
    check(ROOT.resolve("docs/reference/catalogue"), files);
  }

  private static String page(String title, String lead, List<Catalogue.Entry> entries) {
    return "# "
        + title
        + "\n\nGenerated from the types; do not edit.\n\n"
        + lead
        + "\n\n| Name | Feature | Components |\n|---|---|---|\n"
        + entries.stream()
            .map(
                entry ->
                    "| `"
                        + entry.name()
                        + "` | "
                        + entry.feature()
                        + " | "
                        + entry.components().stream()
                            .map(part -> "`" + part.name() + "` " + part.type().replace("|", "\\|"))
                            .collect(Collectors.joining(", "))
                        + " |\n")
            .collect(Collectors.joining());
  }

  private static void check(Path folder, Map<String, String> wanted) throws IOException {
    if (Boolean.getBoolean("foerderturm.generate")) {
      Files.createDirectories(folder);
      try (var old = Files.list(folder)) {
        for (Path file : old.toList()) Files.delete(file);
      }
      for (var file : wanted.entrySet())
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    var found = new TreeMap<String, String>();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList())
        found.put(file.getFileName().toString(), Files.readString(file));
    }
    assertThat(found).isEqualTo(wanted);
  }
}
