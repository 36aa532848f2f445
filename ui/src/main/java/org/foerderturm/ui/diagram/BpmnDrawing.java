package org.foerderturm.ui.diagram;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foerderturm.document.Drawing;
import org.w3c.dom.Element;

/**
 * A model drawn for a paper, whole, by its own layout: what is done is strong, where the case
 * stands is framed, what is ahead is pale. Wide models go on below, cut between their steps.
 */
final class BpmnDrawing {
  private static final Color INK = new Color(0x1b242b);
  private static final Color AHEAD = new Color(0x6b7780);
  private static final Color DONE = new Color(0x0a5a66);
  private static final Color DONE_AREA = new Color(0xe3f0f1);
  private static final Color HERE = new Color(0xb45309);
  private static final Color HERE_AREA = new Color(0xfdf0df);
  private static final double LETTERS = 11;

  /** Wider than this, letters would be too small on a page. */
  private static final double STRIP = 1250;

  /** Width of a page that lies on its side by the height that a drawing has there. */
  private static final double PAGE = 714.0 / 400;

  private static final int MARGIN = 20;

  private final Drawing drawing = new Drawing();
  private final List<Rectangle2D> boxes = new ArrayList<>();

  /** All that is drawn, with words and the corners of lines. */
  private final List<Rectangle2D> things = new ArrayList<>();

  private final Map<String, Element> elements = new HashMap<>();
  private final Set<String> done;
  private final Set<String> here;
  private Rectangle2D whole = new Rectangle2D.Double();

  private BpmnDrawing(Set<String> done, Set<String> here) {
    this.done = done;
    this.here = here;
  }

  /** A drawing and the strips that it is cut into. */
  record Cut(Drawing drawing, List<Rectangle2D> strips) {}

  static Cut of(String bpmn, Set<String> done, Set<String> here) {
    return new BpmnDrawing(done, here).draw(Xml.read(bpmn).getDocumentElement());
  }

  private Cut draw(Element root) {
    for (var element : Xml.all(root, "*"))
      if (element.hasAttribute("id")) elements.put(element.getAttribute("id"), element);
    for (var shape : Xml.all(root, "BPMNShape")) shape(shape);
    for (var edge : Xml.all(root, "BPMNEdge")) edge(edge);
    return new Cut(drawing, strips());
  }

  private void shape(Element shape) {
    var id = shape.getAttribute("bpmnElement");
    var element = elements.get(id);
    var bounds = Xml.children(shape, "Bounds");
    if (element == null || bounds.isEmpty()) return;
    var box = box(bounds.getFirst());
    var kind = element.getLocalName();
    boolean frame =
        kind.equals("participant")
            || kind.equals("lane")
            || (kind.toLowerCase(java.util.Locale.ROOT).contains("subprocess")
                && !"false".equals(shape.getAttribute("isExpanded"))
                && box.getHeight() > 120);
    if (!frame) boxes.add(box);
    add(box);
    boolean now = here.contains(id);
    var line = now ? HERE : done.contains(id) ? DONE : AHEAD;
    var area = frame ? null : now ? HERE_AREA : done.contains(id) ? DONE_AREA : Color.WHITE;
    float width = now ? 3 : done.contains(id) ? 2 : 1.2f;
    drawing.shape(form(kind, box), line, area, width, frame && !kind.equals("participant"));
    if (kind.equals("endEvent")) drawing.shape(form(kind, box), line, null, 3.5f, false);
    if (kind.endsWith("Gateway")) mark(kind, box, line);
    var name = element.getAttribute("name");
    if (name.isBlank()) return;
    var label = Xml.children(shape, "BPMNLabel");
    var place = label.isEmpty() ? List.<Element>of() : Xml.children(label.getFirst(), "Bounds");
    if (frame) words(name, box.getX() + Drawing.width(name, LETTERS) / 2 + 8, box.getY() + 16);
    else if (kind.toLowerCase(java.util.Locale.ROOT).contains("task")
        || kind.equals("callActivity")
        || kind.toLowerCase(java.util.Locale.ROOT).contains("subprocess")
        || kind.equals("textAnnotation")) inside(name, box);
    else if (!place.isEmpty()) inside(name, box(place.getFirst()));
    else inside(name, new Rectangle2D.Double(box.getCenterX() - 60, box.getMaxY(), 120, 30));
  }

  private static Shape form(String kind, Rectangle2D box) {
    if (kind.endsWith("Event"))
      return new Ellipse2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight());
    if (kind.endsWith("Gateway")) {
      var form = new Path2D.Double();
      form.moveTo(box.getCenterX(), box.getY());
      form.lineTo(box.getMaxX(), box.getCenterY());
      form.lineTo(box.getCenterX(), box.getMaxY());
      form.lineTo(box.getX(), box.getCenterY());
      form.closePath();
      return form;
    }
    return new RoundRectangle2D.Double(
        box.getX(), box.getY(), box.getWidth(), box.getHeight(), 12, 12);
  }

  /** A cross for "one of", a plus for "all", a ring for "some". */
  private void mark(String kind, Rectangle2D box, Color colour) {
    double x = box.getCenterX();
    double y = box.getCenterY();
    double r = 8;
    if (kind.equals("inclusiveGateway")) {
      drawing.shape(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r), colour, null, 2, false);
      return;
    }
    double d = kind.equals("parallelGateway") ? 0 : r * 0.7;
    var mark = new Path2D.Double();
    if (d == 0) {
      mark.moveTo(x - r, y);
      mark.lineTo(x + r, y);
      mark.moveTo(x, y - r);
      mark.lineTo(x, y + r);
    } else {
      mark.moveTo(x - d, y - d);
      mark.lineTo(x + d, y + d);
      mark.moveTo(x - d, y + d);
      mark.lineTo(x + d, y - d);
    }
    drawing.shape(mark, colour, null, 2.5f, false);
  }

  private void edge(Element edge) {
    var points = Xml.children(edge, "waypoint");
    var element = elements.get(edge.getAttribute("bpmnElement"));
    if (points.size() < 2 || element == null) return;
    var line = new Path2D.Double();
    for (int i = 0; i < points.size(); i++) {
      double x = number(points.get(i), "x");
      double y = number(points.get(i), "y");
      if (i == 0) line.moveTo(x, y);
      else line.lineTo(x, y);
      add(new Rectangle2D.Double(x, y, 1, 1));
    }
    boolean walked = done.contains(element.getAttribute("id"));
    var colour = walked ? DONE : AHEAD;
    boolean flow = element.getLocalName().equals("sequenceFlow");
    drawing.shape(line, colour, null, walked ? 2 : 1.2f, !flow);
    if (!element.getLocalName().equals("association")) tip(points, colour);
    var label = Xml.children(edge, "BPMNLabel");
    var name = element.getAttribute("name");
    if (name.isBlank()) return;
    var place = label.isEmpty() ? List.<Element>of() : Xml.children(label.getFirst(), "Bounds");
    if (!place.isEmpty()) inside(name, box(place.getFirst()));
    else {
      double x = (number(points.getFirst(), "x") + number(points.get(1), "x")) / 2;
      words(name, x, (number(points.getFirst(), "y") + number(points.get(1), "y")) / 2 - 5);
    }
  }

  private void tip(List<Element> points, Color colour) {
    double x = number(points.getLast(), "x");
    double y = number(points.getLast(), "y");
    var before = points.get(points.size() - 2);
    double angle = Math.atan2(y - number(before, "y"), x - number(before, "x"));
    var tip = new Path2D.Double();
    tip.moveTo(x, y);
    tip.lineTo(x - 9 * Math.cos(angle - 0.4), y - 9 * Math.sin(angle - 0.4));
    tip.lineTo(x - 9 * Math.cos(angle + 0.4), y - 9 * Math.sin(angle + 0.4));
    tip.closePath();
    drawing.shape(tip, null, colour, 0, false);
  }

  // ---- words

  /** Broken at blanks to the width of the box, around its middle. */
  private void inside(String name, Rectangle2D box) {
    double room = Math.max(box.getWidth() - 8, 60);
    var lines = new ArrayList<String>();
    var line = "";
    for (var word : name.strip().split("\\s+")) {
      var longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && Drawing.width(longer, LETTERS) > room) {
        lines.add(line);
        line = word;
      } else line = longer;
    }
    lines.add(line);
    double y = box.getCenterY() - (lines.size() - 1) * LETTERS * 0.6 + LETTERS * 0.35;
    for (var each : lines) {
      words(each, box.getCenterX(), y);
      y += LETTERS * 1.2;
    }
  }

  private void words(String words, double middle, double baseline) {
    double width = Drawing.width(words, LETTERS);
    add(new Rectangle2D.Double(middle - width / 2, baseline - LETTERS, width, LETTERS * 1.3));
    drawing.words(words, middle, baseline, LETTERS, INK);
  }

  // ---- strips

  private List<Rectangle2D> strips() {
    var strips = new ArrayList<Rectangle2D>();
    // a high one is made smaller anyway, so that its strips may be as wide as a page
    double wide = Math.max(STRIP, whole.getHeight() * PAGE);
    int number = (int) Math.ceil(whole.getWidth() / wide);
    double from = whole.getMinX() - MARGIN;
    double end = whole.getMaxX() + MARGIN;
    for (int i = 1; i <= number; i++) {
      double to = i == number ? end : between(whole.getMinX() + i * whole.getWidth() / number);
      strips.add(strip(from, to));
      from = to;
    }
    return strips;
  }

  /** As high as what stands in it. */
  private Rectangle2D strip(double from, double to) {
    double top = whole.getMaxY();
    double bottom = whole.getMinY();
    for (var thing : things)
      if (thing.getMaxX() >= from && thing.getMinX() <= to) {
        top = Math.min(top, thing.getMinY());
        bottom = Math.max(bottom, thing.getMaxY());
      }
    return new Rectangle2D.Double(
        from, top - MARGIN, to - from, Math.max(bottom - top, 1) + 2 * MARGIN);
  }

  /** The nearest place to this where no step is cut. */
  private double between(double wanted) {
    for (int off = 0; off < STRIP / 4; off += 4)
      for (double x : new double[] {wanted - off, wanted + off})
        if (boxes.stream().noneMatch(box -> box.getMinX() - 3 < x && x < box.getMaxX() + 3))
          return x;
    return wanted;
  }

  private void add(Rectangle2D box) {
    things.add(box);
    whole = whole.isEmpty() ? box : whole.createUnion(box);
  }

  private static Rectangle2D box(Element bounds) {
    return new Rectangle2D.Double(
        number(bounds, "x"),
        number(bounds, "y"),
        number(bounds, "width"),
        number(bounds, "height"));
  }

  private static double number(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }
}
