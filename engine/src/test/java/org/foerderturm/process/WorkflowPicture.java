package org.foerderturm.process;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * Draws a model as SVG from its own layout. A model wider than a page is cut into strips, one below
 * the other; a number at the cut says where a flow goes on.
 */
final class WorkflowPicture {
  private static final int STRIP = 1300;
  private static final int GAP = 34;
  private static final int MARGIN = 24;

  private record Box(double x, double y, double width, double height) {
    double right() {
      return x + width;
    }

    double bottom() {
      return y + height;
    }

    double middle() {
      return x + width / 2;
    }
  }

  private record Point(double x, double y) {}

  private final List<Box> whole = new ArrayList<>();
  private final List<Box> frames = new ArrayList<>();
  private final List<List<Point>> flows = new ArrayList<>();
  private final StringBuilder back = new StringBuilder();
  private final StringBuilder front = new StringBuilder();
  private final StringBuilder labels = new StringBuilder();

  private WorkflowPicture() {}

  static String of(String bpmn) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var root =
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(bpmn)))
            .getDocumentElement();
    return new WorkflowPicture().draw(root);
  }

  private String draw(Element root) {
    var elements = new HashMap<String, Element>();
    for (Element element : all(root, "*"))
      if (element.hasAttribute("id")) elements.put(element.getAttribute("id"), element);
    for (Element shape : all(root, "BPMNShape")) shape(drawn(elements, shape), shape);
    for (Element edge : all(root, "BPMNEdge")) edge(drawn(elements, edge), edge);
    return assemble(all(root, "process").getFirst().getAttribute("name"));
  }

  private static Element drawn(Map<String, Element> elements, Element picture) {
    return Objects.requireNonNull(elements.get(picture.getAttribute("bpmnElement")));
  }

  // ---- strips

  private String assemble(String title) {
    var strips = new StringBuilder();
    double width = 0;
    double top = 10;
    int number = 1;
    for (Band band : bands()) {
      var cuts = band.cuts();
      for (int i = 0; i + 1 < cuts.size(); i++) {
        double from = cuts.get(i);
        double to = cuts.get(i + 1);
        var heights = band.heights(from, to);
        double high = heights.stream().mapToDouble(Point::x).min().orElseThrow() - 14;
        double low = heights.stream().mapToDouble(Point::y).max().orElseThrow() + 14;
        if (top > 10)
          strips.append("<path class=\"cut\" d=\"M24 %sH9999\"/>\n".formatted(n(top - GAP / 2.0)));
        strips.append(
            "<svg x=\"%d\" y=\"%s\" width=\"%s\" height=\"%s\" viewBox=\"%s %s %s %s\"><use href=\"#m\"/></svg>\n"
                .formatted(
                    MARGIN,
                    n(top),
                    n(to - from),
                    n(low - high),
                    n(from),
                    n(high),
                    n(to - from),
                    n(low - high)));
        var before = band.crossings(from);
        numbers(strips, before, number, 12, top - high);
        number += before.size();
        numbers(strips, band.crossings(to), number, MARGIN + to - from + 12, top - high);
        width = Math.max(width, to - from + 2 * MARGIN);
        top += low - high + GAP;
      }
    }
    double height = top - GAP + 10;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" width="%s" height="%s" role="img">
        <title>%s</title>
        <style>
        text{font-family:Arial,Helvetica,sans-serif;font-size:12px;fill:#1b2430;text-anchor:middle}
        .l{font-size:11px;paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
        .t{fill:#eef4fb;stroke:#2b5c8a;stroke-width:1.4}.r{fill:#f4f6f8}
        .f{fill:none;stroke:#7d8896;stroke-dasharray:6 4}.i{fill:none;stroke:#2b5c8a;stroke-width:1.3}
        .e{fill:#fff;stroke:#1b2430;stroke-width:1.5}.s{fill:#e3f3e6;stroke:#2d7a3e}.x{fill:#fdeceb;stroke:#a3352b;stroke-width:3}
        .g{fill:#fff6dc;stroke:#8a6a12;stroke-width:1.4}.k{fill:none;stroke:#1b2430;stroke-width:1.5}
        .a{fill:none;stroke:#3d4856;stroke-width:1.4;marker-end:url(#p)}
        .cut{stroke:#c5ccd5;stroke-width:1;stroke-dasharray:2 5}.n{fill:#3d4856}.w{font-size:11px;font-weight:bold;fill:#fff}
        </style>
        <defs><marker id="p" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L10 5L0 10z" fill="#3d4856"/></marker>
        <g id="m">
        %s%s%s</g></defs>
        <rect width="100%%" height="100%%" fill="#fff"/>
        %s</svg>
        """
        .formatted(
            n(width), n(height), n(width), n(height), escaped(title), back, front, labels, strips);
  }

  /** What a horizontal line can part without crossing anything, from above. */
  private List<Band> bands() {
    var things = new ArrayList<>(new Band(whole, frames, flows).heights(-1e9, 1e9));
    things.sort(Comparator.comparingDouble(Point::x));
    var ranges = new ArrayList<Point>();
    for (Point thing : things)
      if (!ranges.isEmpty() && thing.x <= ranges.getLast().y + 16)
        ranges.add(merged(ranges.removeLast(), thing));
      else ranges.add(thing);
    var bands = new ArrayList<Band>();
    for (Point range : ranges)
      bands.add(
          new Band(
              whole.stream().filter(box -> box.y >= range.x && box.y <= range.y).toList(),
              frames.stream().filter(box -> box.y >= range.x && box.y <= range.y).toList(),
              flows.stream()
                  .filter(flow -> flow.getFirst().y >= range.x && flow.getFirst().y <= range.y)
                  .toList()));
    return bands;
  }

  private static Point merged(Point above, Point below) {
    return new Point(above.x, Math.max(above.y, below.y));
  }

  private record Band(List<Box> whole, List<Box> frames, List<List<Point>> flows) {

    /** Never through a thing or a label, rarely through flows, as few strips as can be. */
    List<Double> cuts() {
      double left = whole.stream().mapToDouble(Box::x).min().orElseThrow() - 10;
      double right =
          Stream.concat(whole.stream(), frames.stream()).mapToDouble(Box::right).max().orElseThrow()
              + 10;
      var places = new ArrayList<Double>(List.of(left));
      for (double x = left + 5; x < right - 60; x += 5) if (free(x)) places.add(x);
      places.add(right);
      var costs = new double[places.size()];
      var from = new int[places.size()];
      for (int to = 1; to < places.size(); to++) {
        costs[to] = Double.MAX_VALUE;
        double x = places.get(to);
        double here = x == right ? 0 : crossings(x).size() + framesAt(x);
        for (int start = 0; start < to; start++) {
          double width = x - places.get(start);
          if (width > STRIP) continue;
          double cost = costs[start] + here + 8 + 6 * Math.pow(1 - width / STRIP, 2);
          if (cost < costs[to]) {
            costs[to] = cost;
            from[to] = start;
          }
        }
      }
      var cuts = new ArrayList<Double>();
      for (int at = places.size() - 1; at > 0; at = from[at]) cuts.addFirst(places.get(at));
      cuts.addFirst(left);
      return cuts;
    }

    private boolean free(double x) {
      return whole.stream().noneMatch(box -> x > box.x - 6 && x < box.right() + 6)
          && frames.stream().noneMatch(f -> Math.abs(x - f.x) < 8 || Math.abs(x - f.right()) < 8)
          && flows.stream()
              .noneMatch(flow -> flow.stream().anyMatch(point -> Math.abs(point.x - x) < 8));
    }

    private long framesAt(double x) {
      return frames.stream().filter(f -> x > f.x && x < f.right()).count();
    }

    /** The heights at which flows cross the cut, from above. */
    private TreeSet<Double> crossings(double x) {
      var found = new TreeSet<Double>();
      for (var flow : flows)
        for (int i = 1; i < flow.size(); i++) {
          Point a = flow.get(i - 1);
          Point b = flow.get(i);
          if ((a.x - x) * (b.x - x) < 0) found.add(a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x));
        }
      return found;
    }

    /** From where to where things reach that are to be seen between two cuts. */
    private List<Point> heights(double from, double to) {
      var heights = new ArrayList<Point>();
      for (var boxes : List.of(whole, frames))
        for (Box box : boxes)
          if (box.right() > from && box.x < to) heights.add(new Point(box.y, box.bottom()));
      for (var flow : flows)
        for (int i = 1; i < flow.size(); i++) {
          Point a = flow.get(i - 1);
          Point b = flow.get(i);
          if (Math.max(a.x, b.x) >= from && Math.min(a.x, b.x) <= to)
            heights.add(new Point(Math.min(a.y, b.y), Math.max(a.y, b.y)));
        }
      return heights;
    }
  }

  private static void numbers(
      StringBuilder out, TreeSet<Double> heights, int first, double x, double down) {
    int number = first;
    for (double height : heights) {
      out.append(
          "<circle class=\"n\" cx=\"%s\" cy=\"%s\" r=\"9\"/><text class=\"w\" x=\"%s\" y=\"%s\">%d</text>\n"
              .formatted(n(x), n(height + down), n(x), n(height + down + 4), number++));
    }
  }

  // ---- shapes

  private void shape(Element element, Element shape) {
    Box box = bounds(child(shape, "Bounds"));
    String type = element.getLocalName();
    String name = element.getAttribute("name");
    if (type.equals("subProcess")) {
      frames.add(box);
      whole.add(new Box(box.x, box.y, 1, box.height));
      back.append(rect(box, "f", 10));
      if (has(element, "multiInstanceLoopCharacteristics"))
        front.append(icon(box.middle(), box.bottom() - 16, "M-5 0v11M0 0v11M5 0v11"));
      var head = new Box(box.x + 12, box.y + 8, 7 * name.length(), 14);
      front.append(line("l", head.middle(), box.y + 19, name));
    } else if (type.endsWith("Task") || type.equals("callActivity") || type.equals("task")) {
      whole.add(box);
      front.append(rect(box, type.equals("userTask") ? "t" : "t r", 8));
      front.append(icon(box.x + 14, box.y + 13, sign(type)));
      boolean many = has(element, "multiInstanceLoopCharacteristics");
      if (many) front.append(icon(box.middle(), box.bottom() - 14, "M-5 0v10M0 0v10M5 0v10"));
      inside(box, name, many ? -1 : 3);
    } else if (type.endsWith("Gateway")) {
      whole.add(box);
      double r = box.width / 2;
      double x = box.middle();
      double y = box.y + r;
      front.append(
          "<path class=\"g\" d=\"M%s %sl%s %sl-%s %sl-%s -%sz\"/>\n"
              .formatted(n(x), n(box.y), n(r), n(r), n(r), n(r), n(r), n(r)));
      front.append(
          icon(
              x,
              y,
              switch (type) {
                case "parallelGateway" -> "M-10 0h20M0 -10v20";
                case "eventBasedGateway" ->
                    "M-12 0a12 12 0 1 0 24 0a12 12 0 1 0 -24 0M0 -7l7 5l-3 8h-8l-3 -8z";
                case "inclusiveGateway" -> "M-10 0a10 10 0 1 0 20 0a10 10 0 1 0 -20 0";
                default -> "M-7 -7l14 14M7 -7l-14 14";
              }));
      outside(shape, box, name);
    } else {
      whole.add(box);
      event(element, type, box);
      outside(shape, box, name);
    }
  }

  private void event(Element element, String type, Box box) {
    double r = box.width / 2;
    double x = box.middle();
    double y = box.y + r;
    String kind = type.equals("startEvent") ? "e s" : type.equals("endEvent") ? "e x" : "e";
    front.append(circle(kind, x, y, r));
    boolean aside = "false".equals(element.getAttribute("cancelActivity"));
    if (!type.equals("startEvent") && !type.equals("endEvent"))
      front.append(
          circle("k", x, y, r - 4).replace("/>", aside ? " stroke-dasharray=\"4 3\"/>" : "/>"));
    for (Element part : all(element, "*")) {
      String path =
          switch (part.getLocalName()) {
            case "messageEventDefinition" -> "M-8 -5h16v11h-16zM-8 -5l8 6l8 -6";
            case "timerEventDefinition" -> "M-9 0a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M0 -6v6l4 3";
            case "errorEventDefinition" -> "M-7 7l4 -13l5 8l5 -9l-4 13l-5 -8z";
            case "linkEventDefinition" -> "M-8 -3h9v-4l8 7l-8 7v-4h-9z";
            case "escalationEventDefinition" -> "M0 -8l6 14l-6 -6l-6 6z";
            case "signalEventDefinition" -> "M0 -8l8 13h-16z";
            case "terminateEventDefinition" ->
                "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M-1 0h2";
            default -> "";
          };
      if (!path.isEmpty()) front.append(icon(x, y, path));
    }
  }

  private static String sign(String type) {
    return switch (type) {
      case "userTask" -> "M-3 -3a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M-6 7c0 -8 12 -8 12 0z";
      case "serviceTask" ->
          "M-2.500 0a2.500 2.500 0 1 0 5 0a2.500 2.500 0 1 0 -5 0M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0"
              + "M0 -5v-2M0 5v2M-5 0h-2M5 0h2M3.500 -3.500l1.500 -1.500M-3.500 3.500l-1.500 1.500"
              + "M3.500 3.500l1.500 1.500M-3.500 -3.500l-1.500 -1.500";
      case "businessRuleTask" -> "M-7 -5h14v11h-14zM-7 -1.500h14M-7 2h14M-2.500 -1.500v7.500";
      case "callActivity" -> "M-5 -5h10v10h-10zM0 -3v6M-3 0h6";
      default -> "M-7 -4h14v9h-14z";
    };
  }

  private void inside(Box box, String name, double down) {
    double size = 12;
    while (size > 8.5 && widest(wrapped(name, 1, size), size) > box.width - 8) size -= 0.5;
    var lines = wrapped(name, box.width - 10, size);
    while (size > 8.5 && lines.size() * (size + 2) > box.height - 22) {
      size -= 0.5;
      lines = wrapped(name, box.width - 8, size);
    }
    double y = box.y + box.height / 2 + down + size / 2 - lines.size() * (size + 2) / 2 + size / 2;
    for (String text : lines) {
      String line = line("", box.middle(), y, text);
      front.append(
          size == 12
              ? line
              : line.replace("<text ", "<text style=\"font-size:" + n(size) + "px\" "));
      y += size + 2;
    }
  }

  private void outside(Element owner, Box box, String name) {
    if (name.isEmpty()) return;
    var label = all(owner, "BPMNLabel");
    Box at =
        label.isEmpty() || all(label.getFirst(), "Bounds").isEmpty()
            ? new Box(box.middle() - 45, box.bottom() + 4, 90, 14)
            : bounds(child(label.getFirst(), "Bounds"));
    var lines = wrapped(name, Math.max(at.width, 90), 11);
    double width = widest(lines, 11);
    whole.add(new Box(at.middle() - width / 2, at.y, width, 13.0 * lines.size()));
    double y = at.y + 11;
    for (String text : lines) {
      labels.append(line("l", at.middle(), y, text));
      y += 13;
    }
  }

  private void edge(Element element, Element edge) {
    var points = new ArrayList<Point>();
    for (Element point : all(edge, "waypoint"))
      points.add(new Point(number(point, "x"), number(point, "y")));
    flows.add(points);
    var path = new StringBuilder();
    for (Point point : points)
      path.append(path.isEmpty() ? "M" : "L").append(n(point.x)).append(' ').append(n(point.y));
    back.append("<path class=\"a\" d=\"").append(path).append("\"/>\n");
    if (element.getAttribute("name").isEmpty()) return;
    Point middle = points.get((points.size() - 1) / 2);
    outside(edge, new Box(middle.x, middle.y - 20, 1, 1), element.getAttribute("name"));
  }

  // ---- words and numbers

  private static List<String> wrapped(String text, double width, double size) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && wide(line + " " + word, size) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      if (!line.isEmpty()) line.append(' ');
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static double widest(List<String> lines, double size) {
    return lines.stream().mapToDouble(line -> wide(line, size)).max().orElse(0);
  }

  /** About as wide as in Arial. */
  private static double wide(String text, double size) {
    double sum = 0;
    for (char c : text.toCharArray())
      sum += "iljtfrI.,:;|!'()- ".indexOf(c) >= 0 ? 0.3 : "mwMWÖÄÜ".indexOf(c) >= 0 ? 0.83 : 0.57;
    return sum * size;
  }

  private static String line(String kind, double x, double y, String text) {
    return "<text %sx=\"%s\" y=\"%s\">%s</text>\n"
        .formatted(kind.isEmpty() ? "" : "class=\"" + kind + "\" ", n(x), n(y), escaped(text));
  }

  private static String icon(double x, double y, String path) {
    return "<path class=\"i\" transform=\"translate(%s %s)\" d=\"%s\"/>\n"
        .formatted(n(x), n(y), path);
  }

  private static String circle(String kind, double x, double y, double r) {
    return "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>\n"
        .formatted(kind, n(x), n(y), n(r));
  }

  private static String rect(Box box, String kind, int round) {
    return "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%d\"/>\n"
        .formatted(kind, n(box.x), n(box.y), n(box.width), n(box.height), round);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String n(double number) {
    String text = String.format(Locale.ROOT, "%.1f", number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  // ---- XML

  private static Box bounds(Element bounds) {
    return new Box(
        number(bounds, "x"),
        number(bounds, "y"),
        number(bounds, "width"),
        number(bounds, "height"));
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static Element child(Element parent, String name) {
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling())
      if (node instanceof Element found && name.equals(found.getLocalName())) return found;
    throw new IllegalArgumentException(name);
  }

  private static boolean has(Element parent, String name) {
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling())
      if (name.equals(node.getLocalName())) return true;
    return false;
  }

  private static List<Element> all(Element parent, String name) {
    var nodes = parent.getElementsByTagNameNS("*", name);
    var found = new ArrayList<Element>();
    for (int i = 0; i < nodes.getLength(); i++)
      if (nodes.item(i) instanceof Element element) found.add(element);
    return found;
  }
}
