package org.foerderturm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Each workflow is explained with a picture of the model as it is. To draw them anew: {@code
 * -Dfoerderturm.generate=true}.
 */
class WorkflowPicturesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path PICTURES = ROOT.resolve("docs/reference/workflows");

  @Test
  void the_pictures_are_those_of_the_models() throws Exception {
    var wanted = new TreeMap<String, String>();
    for (Path model : models())
      wanted.put(picture(model), WorkflowPicture.of(Files.readString(model)));
    if (Boolean.getBoolean("foerderturm.generate")) {
      Files.createDirectories(PICTURES);
      try (var old = Files.list(PICTURES)) {
        for (Path file : old.toList()) Files.delete(file);
      }
      for (var file : wanted.entrySet())
        Files.writeString(PICTURES.resolve(file.getKey()), file.getValue());
    }
    var found = new TreeMap<String, String>();
    try (var files = Files.list(PICTURES)) {
      for (Path file : files.toList())
        found.put(file.getFileName().toString(), Files.readString(file));
    }
    assertThat(found.keySet()).isEqualTo(wanted.keySet());
    wanted.forEach(
        (name, picture) ->
            assertThat(found.get(name))
                .as(name + " is not the picture of its model")
                .isEqualTo(picture));
  }

  @Test
  void each_workflow_is_explained_with_its_pictures() throws IOException {
    for (Path model : models()) {
      Path folder = model.resolveSibling(".").normalize();
      String link =
          folder.relativize(PICTURES.resolve(picture(model))).toString().replace('\\', '/');
      assertThat(Files.readString(folder.resolve("README.md"))).contains("](" + link + ")");
    }
  }

  private static String picture(Path model) {
    return model.getFileName().toString().replace(".bpmn", ".svg");
  }

  private static List<Path> models() throws IOException {
    try (var files = Files.walk(ROOT.resolve("processes/src/main/resources/processes"), 2)) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
  }
}
