package org.foerderturm.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A paper in the making: headings, text, facts and tables one after another, then {@link #pdf()}.
 * It comes out as PDF/A-2a (ISO 19005-2, for the archive) and PDF/UA-1 (ISO 14289-1, tagged and
 * with its language, for screen readers). All text is taken as it is, never as mark-up; nothing is
 * fetched from outside.
 */
public final class Paper {
  static {
    // it talks of every page at level INFO
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
  }

  private final Document document;
  private final Element body;

  private Paper(String title, Locale language) {
    document = empty();
    var html = document.createElement("html");
    html.setAttribute("lang", language.toLanguageTag());
    document.appendChild(html);
    var head = add(html, "head");
    add(head, "title").setTextContent(clean(title));
    var subject = add(head, "meta");
    subject.setAttribute("name", "subject");
    subject.setAttribute("content", clean(title));
    add(head, "style").setTextContent(resource("/document/paper.css"));
    body = add(html, "body");
  }

  /**
   * @param title of the file and, as its heading, of the first page
   * @param language of the text, for hyphens and screen readers
   */
  public static Paper of(String title, Locale language) {
    var paper = new Paper(title, language);
    paper.line("h1", title);
    return paper;
  }

  /** What stands at the foot of every page, left of the page number; before all else. */
  public Paper foot(String text) {
    var foot = document.createElement("div");
    foot.setAttribute("class", "foot");
    foot.setTextContent(clean(text));
    body.insertBefore(foot, body.getFirstChild());
    return this;
  }

  public Paper heading(String text) {
    return line("h2", text);
  }

  public Paper subheading(String text) {
    return line("h3", text);
  }

  /** A paragraph; line breaks stay. */
  public Paper text(String text) {
    return line("p", text);
  }

  public Paper list(List<String> items) {
    if (items.isEmpty()) return this;
    var list = add(body, "ul");
    items.forEach(item -> add(list, "li").setTextContent(clean(item)));
    return this;
  }

  /** Pairs of a name and a value, in the order of the map. */
  public Paper facts(Map<String, String> facts) {
    if (facts.isEmpty()) return this;
    var table = add(body, "table");
    table.setAttribute("class", "facts");
    var rows = add(table, "tbody");
    facts.forEach(
        (name, value) -> {
          var row = add(rows, "tr");
          var header = add(row, "th");
          header.setAttribute("scope", "row");
          header.setTextContent(clean(name));
          add(row, "td").setTextContent(clean(value));
        });
    return this;
  }

  /**
   * @param headers one a column; a header that ends with {@code ▸} has numbers below it, set to the
   *     right (the sign is not printed)
   * @param rows each with as many cells as there are headers
   * @throws IllegalArgumentException if a row has more or fewer cells
   */
  public Paper table(List<String> headers, List<List<String>> rows) {
    var table = add(body, "table");
    var head = add(add(table, "thead"), "tr");
    for (var header : headers) {
      var cell = add(head, "th");
      cell.setAttribute("scope", "col");
      if (header.endsWith("▸")) cell.setAttribute("class", "number");
      cell.setTextContent(clean(header.replace("▸", "").strip()));
    }
    var lines = add(table, "tbody");
    for (var row : rows) {
      if (row.size() != headers.size())
        throw new IllegalArgumentException(
            "a row of " + row.size() + " cells under " + headers.size() + " headers: " + row);
      var line = add(lines, "tr");
      for (int column = 0; column < row.size(); column++) {
        var cell = add(line, "td");
        if (headers.get(column).endsWith("▸")) cell.setAttribute("class", "number");
        cell.setTextContent(clean(row.get(column)));
      }
    }
    return this;
  }

  /** Lines to sign on, two in a row, each with what stands below it. */
  public Paper signatures(List<String> names) {
    var table = add(body, "table");
    table.setAttribute("class", "signatures");
    var rows = add(table, "tbody");
    for (int first = 0; first < names.size(); first += 2) {
      var row = add(rows, "tr");
      for (int i = first; i < first + 2; i++) {
        var cell = add(row, "td");
        if (i >= names.size()) continue;
        var line = add(cell, "div");
        line.setAttribute("class", "line");
        line.setTextContent(clean(names.get(i)));
      }
    }
    return this;
  }

  /** The finished file. */
  public byte[] pdf() {
    var out = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .usePdfAConformance(PdfAConformance.PDFA_2_A)
          .usePdfUaAccessibility(true)
          .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
          .useFont(() -> font("Regular"), "Liberation Sans", 400, FontStyle.NORMAL, true)
          .useFont(() -> font("Bold"), "Liberation Sans", 700, FontStyle.NORMAL, true)
          .useExternalResourceAccessControl(
              (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
          .useExternalResourceAccessControl(
              (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
          .withProducer("Förderturm")
          .withW3cDocument(document, null)
          .toStream(out)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private Paper line(String element, String text) {
    add(body, element).setTextContent(clean(text));
    return this;
  }

  private Element add(Element parent, String name) {
    var element = document.createElement(name);
    parent.appendChild(element);
    return element;
  }

  /** Without what XML and PDF/A can't carry: control characters and halves of characters. */
  private static String clean(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c == '\n' || (c >= 0x20 && c != 0x7f && !(c >= 0xd800 && c <= 0xdfff)))
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static Document empty() {
    try {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InputStream font(String style) {
    return open("/liberation/LiberationSans-" + style + ".ttf");
  }

  private static String resource(String name) {
    try (var in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(Paper.class.getResourceAsStream(name), name);
  }
}
