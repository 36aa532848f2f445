package org.foerderturm.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.foerderturm.document.Paper;
import org.foerderturm.document.Printed;
import org.junit.jupiter.api.Test;

class BpmnDrawingTest {
  /** Once a quarter of it, the part that the browser had in sight. */
  @Test
  void a_wide_model_is_on_paper_whole_in_strips_that_fit_the_page() throws IOException {
    var cut = BpmnDrawing.of(model(), Set.of("Task_ApprovePaper"), Set.of("Task_WritePaper"));
    assertThat(cut.strips()).hasSizeGreaterThan(1);
    for (int i = 1; i < cut.strips().size(); i++)
      assertThat(cut.strips().get(i).getMinX()).isEqualTo(cut.strips().get(i - 1).getMaxX());
    var pdf =
        Paper.of("Fall", Locale.GERMAN)
            .landscape()
            .drawing(cut.drawing(), cut.strips(), "Der Ablauf")
            .pdf();
    assertThat(Printed.faults(pdf)).isEmpty();
    assertThat(Printed.of(pdf).pages()).isLessThanOrEqualTo(cut.strips().size() + 1);
  }

  @Test
  void the_browser_prints_the_same_drawing() throws IOException {
    var cut = BpmnDrawing.of(model(), Set.of(), Set.of());
    var page =
        Paper.of("Fall", Locale.GERMAN).drawing(cut.drawing(), cut.strips(), "Der Ablauf").html();
    assertThat(page.split("<svg ", -1)).hasSize(cut.strips().size() + 1);
    assertThat(page).doesNotContain("<object");
  }

  /** A model that is high, too, is not cut into strips that leave most of a page white. */
  @Test
  void a_strip_is_as_wide_as_a_page_lets_its_height() throws IOException {
    var wide = BpmnDrawing.of(model("council-paper"), Set.of(), Set.of()).strips();
    var high = BpmnDrawing.of(model("consortium-formation"), Set.of(), Set.of()).strips();
    assertThat(wide).hasSizeGreaterThan(3);
    assertThat(high).hasSize(1);
  }

  private static String model() throws IOException {
    return model("council-paper");
  }

  private static String model(String name) throws IOException {
    var file = "/processes/" + name + "/" + name + ".bpmn";
    try (var in = Objects.requireNonNull(BpmnDrawingTest.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
