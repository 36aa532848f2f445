package org.foerderturm.document;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A paper in the making: headings, text, facts and tables one after another, then {@link #pdf()}.
 * It comes out as PDF/A-2a (ISO 19005-2, for the archive) and PDF/UA-1 (ISO 14289-1, tagged and
 * with its language, for screen readers), with a bookmark to each heading. All text is taken as it
 * is, never as mark-up; nothing is fetched from outside. Tabs make columns, addresses of pages are
 * links, and what is longer than a line is broken.
 *
 * <p>Everything that takes text throws {@code sign-not-printable} (see {@link Signs#check}).
 */
public final class Paper {
  static {
    // it talks of every page at level INFO
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
  }

  private static final String WIDE = "    ";
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^\\s<>\"„“”»«]*[^\\s<>\"„“”»«.,;:!?)\\]}']");
  private static final Pattern NUMBER = Pattern.compile("[-+−]?[\\d.,'\u202f\u00a0 ]*\\d ?[€%]?");

  /** Letters at most at the foot: what is longer stands in full at the head of the paper. */
  private static final int FOOT = 150;

  private final Document document;
  private final Element head;
  private final Element body;
  private final Locale language;
  private final List<Element> headings = new ArrayList<>();
  private final DrawingParts pictures = new DrawingParts();
  private boolean landscape;
  private final String title;
  private boolean dense;
  private int rows;

  private Paper(String title, Locale language) {
    this.title = title;
    this.language = language;
    document = empty();
    var html = document.createElement("html");
    html.setAttribute("lang", language.toLanguageTag());
    document.appendChild(html);
    head = add(html, "head");
    add(head, "title").setTextContent(Signs.shown(title));
    var subject = add(head, "meta");
    subject.setAttribute("name", "subject");
    subject.setAttribute("content", Signs.shown(title));
    body = add(html, "body");
  }

  /**
   * @param title of the file and, as its heading, of the first page
   * @param language of the text, for hyphens and screen readers; a passage in the other of German
   *     and English is marked as such
   */
  public static Paper of(String title, Locale language) {
    var paper = new Paper(title, language);
    paper.line("h1", title);
    return paper;
  }

  /** The paper lies on its side, for tables of many columns. */
  public Paper landscape() {
    landscape = true;
    return this;
  }

  /** Smaller letters, for long tables. */
  public Paper dense() {
    dense = true;
    return this;
  }

  /** What stands at the foot of every page, left of the page number; before all else. */
  public Paper foot(String text) {
    var foot = document.createElement("div");
    foot.setAttribute("class", "foot");
    var words = Signs.printable(text).replaceAll("\\s+", " ");
    foot.setTextContent(
        words.codePointCount(0, words.length()) <= FOOT
            ? words
            : words.substring(0, words.offsetByCodePoints(0, FOOT)) + " …");
    body.insertBefore(foot, body.getFirstChild());
    return this;
  }

  public Paper heading(String text) {
    return line("h2", text);
  }

  public Paper subheading(String text) {
    return line("h3", text);
  }

  /** A paragraph; line breaks stay, and tabs make columns. */
  public Paper text(String text) {
    blocks(body, text);
    return this;
  }

  public Paper list(List<String> items) {
    if (items.isEmpty()) return this;
    var list = add(body, "ul");
    items.forEach(item -> cell(add(list, "li"), item));
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
          words(header, name);
          cell(add(row, "td"), value);
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
    return table(headers, rows, Set.of());
  }

  /**
   * As {@link #table(List, List)}.
   *
   * @param sums which rows, from 0, sum others up
   */
  public Paper table(List<String> headers, List<List<String>> rows, Set<Integer> sums) {
    var table = add(body, "table");
    var named = headers.stream().map(header -> header.replaceFirst("▸$", "").strip()).toList();
    var all = new ArrayList<List<String>>();
    all.add(named);
    all.addAll(rows);
    for (var row : rows)
      if (row.size() != headers.size())
        throw new IllegalArgumentException(
            "a row of " + row.size() + " cells under " + headers.size() + " headers: " + row);
    double scale = Columns.scale(all, ems());
    if (scale < 1)
      table.setAttribute("style", String.format(Locale.ROOT, "font-size:%.1f%%", 100 * scale));
    var shares = Columns.shares(all, ems() / scale);
    var top = add(add(table, "thead"), "tr");
    for (int column = 0; column < headers.size(); column++) {
      var cell = add(top, "th");
      cell.setAttribute("scope", "col");
      width(cell, shares[column]);
      if (headers.get(column).endsWith("▸")) cell.setAttribute("class", "number");
      words(cell, named.get(column));
    }
    this.rows += rows.size();
    var lines = add(table, "tbody");
    int number = 0;
    for (var row : rows) {
      var line = add(lines, "tr");
      if (sums.contains(number++)) line.setAttribute("class", "sum");
      for (int column = 0; column < row.size(); column++) {
        var cell = add(line, "td");
        if (headers.get(column).endsWith("▸")) cell.setAttribute("class", "number");
        cell(cell, row.get(column));
      }
    }
    return this;
  }

  /**
   * A drawing across the page, one strip of it below the other.
   *
   * @param strips the parts of it, from left to right
   * @param said what it shows, for those who can't see it
   */
  public Paper drawing(Drawing drawing, List<Rectangle2D> strips, String said) {
    for (var strip : strips) {
      double wide = (landscape ? 714 : 467) / strip.getWidth();
      double high = (landscape ? 400 : 640) / strip.getHeight();
      double scale = Math.min(1, Math.min(wide, high));
      var picture = add(body, "object");
      picture.setAttribute("type", DrawingParts.TYPE);
      picture.setAttribute("data", Integer.toString(pictures.add(drawing, strip, scale)));
      picture.setAttribute("alt", said);
      picture.setAttribute("title", said);
      picture.setAttribute(
          "style",
          "width:%.1fpt;height:%.1fpt"
              .formatted(strip.getWidth() * scale, strip.getHeight() * scale)
              .replace(',', '.'));
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
        words(line, names.get(i));
      }
    }
    return this;
  }

  public String title() {
    return title;
  }

  /** How many rows its tables have. */
  public int rows() {
    return rows;
  }

  /**
   * The same as a part of a web page, for a browser to print: its {@code class} tells whether the
   * page lies across.
   */
  public String html() {
    try {
      var writer = TransformerFactory.newDefaultInstance().newTransformer();
      writer.setOutputProperty(OutputKeys.METHOD, "html");
      writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      var page = new StringWriter();
      var parts = body.getChildNodes();
      for (int i = 0; i < parts.getLength(); i++)
        writer.transform(new DOMSource(parts.item(i)), new StreamResult(page));
      var way = landscape ? "across" : "upright";
      return "<div class=\"" + way + "\">" + pictures.inline(page.toString()) + "</div>";
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The finished file. */
  public byte[] pdf() {
    var style = add(head, "style");
    style.setTextContent(style());
    bookmarks();
    try {
      return rendered();
    } catch (NullPointerException headAtTheEnd) {
      // where a page ends right behind the head of a table, the library loses the head's place in
      // the structure of the file; it doesn't if no page says a head again
      style.setTextContent(style().replace("-fs-table-paginate: paginate;", ""));
      return rendered();
    }
  }

  private byte[] rendered() {
    var out = new ByteArrayOutputStream();
    try {
      var builder =
          new PdfRendererBuilder()
              .usePdfAConformance(PdfAConformance.PDFA_2_A)
              .usePdfUaAccessibility(true)
              .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
              .useExternalResourceAccessControl(
                  (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
              .useExternalResourceAccessControl(
                  (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
              .useUnicodeLineBreaker(new LineBreaks())
              .withProducer("Förderturm")
              .useObjectDrawerFactory(pictures)
              .withW3cDocument(document, null);
      Fonts.use(builder);
      builder.toStream(out).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private String style() {
    boolean english = language.getLanguage().equals("en");
    return resource("/document/paper.css")
        .replace("$fonts", Fonts.FAMILIES)
        .replace("$page", english ? "Page " : "Seite ")
        .replace("$of", english ? " of " : " von ")
        .replace("$size", landscape ? "A4 landscape" : "A4")
        .replace("$letters", dense ? "8pt" : "10.5pt");
  }

  /** How many ems a line has. */
  private double ems() {
    double points = landscape ? 714 : 467;
    return points / (dense ? 8 : 10.5);
  }

  private void bookmarks() {
    var bookmarks = document.createElement("bookmarks");
    head.appendChild(bookmarks);
    @Nullable Element section = null;
    for (var heading : headings) {
      var level = heading.getTagName();
      var mark = document.createElement("bookmark");
      mark.setAttribute("name", heading.getTextContent().replaceAll("\\s+", " "));
      mark.setAttribute("href", "#" + heading.getAttribute("id"));
      if (level.equals("h3") && section != null) section.appendChild(mark);
      else bookmarks.appendChild(mark);
      if (level.equals("h2")) section = mark;
    }
  }

  // ---- text

  private Paper line(String element, String text) {
    var line = add(body, element);
    words(line, text.replace('\t', ' '));
    line.setAttribute("id", "part-" + headings.size());
    headings.add(line);
    return this;
  }

  /**
   * Text in a cell or an item. Tabs are wide blanks there: a table within it may have less room
   * than a single sign needs, which would be left out.
   */
  private void cell(Element cell, String text) {
    words(cell, text.replace("\t", WIDE));
  }

  /** Paragraphs, and tables where tabs stand. */
  private void blocks(Element parent, String text) {
    var lines = Signs.printable(text).split("\n", -1);
    for (int from = 0; from < lines.length; ) {
      boolean columns = hasColumns(lines[from]);
      var tongue = Tongue.of(lines[from]);
      int until = from + 1;
      while (until < lines.length && hasColumns(lines[until]) == columns) {
        var next = Tongue.of(lines[until]);
        if (!columns && tongue != null && next != null && !next.equals(tongue)) break;
        if (tongue == null) tongue = next;
        until++;
      }
      var part = List.of(lines).subList(from, until);
      if (columns) columns(parent, part);
      else words(add(parent, "p"), String.join("\n", part).replace("\t", WIDE));
      from = until;
    }
  }

  /** A tab before everything else only moves a line to the right. */
  private static boolean hasColumns(String line) {
    return line.strip().indexOf('\t') > 0;
  }

  private void columns(Element parent, List<String> lines) {
    var rows = lines.stream().map(line -> List.of(line.split("\t", -1))).toList();
    int columns = rows.stream().mapToInt(List::size).max().orElse(1);
    var filled =
        rows.stream()
            .map(
                row ->
                    IntStream.range(0, columns)
                        .mapToObj(i -> i < row.size() ? row.get(i).strip() : "")
                        .toList())
            .toList();
    var shares = Columns.shares(filled, ems());
    var table = add(parent, "table");
    table.setAttribute("class", "tabs");
    width(table, Columns.whole(filled, ems()));
    var body = add(table, "tbody");
    for (int i = 0; i < filled.size(); i++) {
      var row = add(body, "tr");
      for (int column = 0; column < columns; column++) {
        var cell = add(row, "td");
        if (i == 0) width(cell, shares[column]);
        if (isOfNumbers(filled, column)) cell.setAttribute("class", "number");
        words(cell, filled.get(i).get(column));
      }
    }
  }

  /** All below the first row, which may be a head. */
  private static boolean isOfNumbers(List<List<String>> rows, int column) {
    return column > 0
        && rows.size() > 1
        && rows.stream()
            .skip(1)
            .map(row -> row.get(column))
            .allMatch(text -> text.isEmpty() || NUMBER.matcher(text).matches());
  }

  /** Words with their links, marked if they are in another language. */
  private void words(Element parent, String text) {
    var printed = Signs.printable(text);
    var tongue = Tongue.of(printed);
    if (tongue != null && !tongue.getLanguage().equals(language.getLanguage()))
      parent.setAttribute("lang", tongue.getLanguage());
    var addresses = ADDRESS.matcher(printed);
    int from = 0;
    while (addresses.find()) {
      // beside a link, plain text needs an element too: else it is written before the link
      add(parent, "span").setTextContent(printed.substring(from, addresses.start()));
      var link = add(parent, "a");
      link.setAttribute("href", addresses.group());
      link.setAttribute("title", addresses.group());
      link.setTextContent(addresses.group());
      from = addresses.end();
    }
    if (from == 0) parent.setTextContent(printed);
    else add(parent, "span").setTextContent(printed.substring(from));
  }

  private static void width(Element cell, double share) {
    cell.setAttribute("style", "width:%s%%".formatted(Math.round(share * 100) / 100.0));
  }

  private Element add(Element parent, String name) {
    var element = document.createElement(name);
    parent.appendChild(element);
    return element;
  }

  private static Document empty() {
    try {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) {
    try (var in = Objects.requireNonNull(Paper.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
