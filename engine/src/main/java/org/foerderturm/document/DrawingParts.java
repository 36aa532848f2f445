package org.foerderturm.document;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The drawings of one paper, by the number that stands in its text. */
final class DrawingParts implements FSObjectDrawerFactory {
  static final String TYPE = "application/x-drawing";
  private static final Pattern OBJECT =
      Pattern.compile("<object([^>]*?) data=\"(\\d+)\"([^>]*)></object>");

  private record Strip(Drawing drawing, Rectangle2D part, double scale) {}

  private final List<Strip> strips = new ArrayList<>();

  int add(Drawing drawing, Rectangle2D part, double scale) {
    strips.add(new Strip(drawing, part, scale));
    return strips.size() - 1;
  }

  @Override
  public boolean isReplacedObject(Element element) {
    return TYPE.equals(element.getAttribute("type"));
  }

  @Override
  public FSObjectDrawer createDrawer(Element element) {
    var strip = strips.get(Integer.parseInt(element.getAttribute("data")));
    return (e, x, y, width, height, device, context, dots) -> {
      device.drawWithGraphics(
          (float) x,
          (float) y,
          (float) width,
          (float) height,
          g -> strip.drawing().paint(g, strip.part(), strip.scale()));
      return Map.of();
    };
  }

  /** The same page with the drawings in it as SVG. */
  String inline(String page) {
    return OBJECT
        .matcher(page)
        .replaceAll(
            found -> {
              var part = strips.get(Integer.parseInt(found.group(2))).part();
              return Matcher.quoteReplacement(
                  "<svg viewBox=\"%s %s %s %s\" role=\"img\">%s</svg>"
                      .formatted(
                          part.getX(),
                          part.getY(),
                          part.getWidth(),
                          part.getHeight(),
                          strips.get(Integer.parseInt(found.group(2))).drawing().svg()));
            });
  }
}
