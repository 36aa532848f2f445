package org.foerderturm.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A drawing of lines, areas and words for a paper, as sharp as its text at any size. */
public final class Drawing {
  /**
   * @param line null for an area without one
   * @param fill null for a line alone
   */
  private record Part(
      Shape shape, @Nullable Color line, @Nullable Color fill, float width, boolean dashed) {}

  private final List<Part> parts = new ArrayList<>();

  public Drawing shape(
      Shape shape, @Nullable Color line, @Nullable Color fill, float width, boolean dashed) {
    parts.add(new Part(shape, line, fill, width, dashed));
    return this;
  }

  /**
   * Words around a point.
   *
   * @param size of the letters, in the units of the drawing
   */
  public Drawing words(String words, double middle, double baseline, double size, Color colour) {
    double left = middle - Fonts.width(Signs.shown(words)) * size / 2;
    return shape(Fonts.outline(Signs.shown(words), left, baseline, size), null, colour, 0, false);
  }

  /** How wide words of this size run. */
  public static double width(String words, double size) {
    return Fonts.width(words) * size;
  }

  void paint(Graphics2D g, Rectangle2D part, double scale) {
    g.clip(new Rectangle2D.Double(0, 0, part.getWidth() * scale, part.getHeight() * scale));
    g.transform(
        new AffineTransform(scale, 0, 0, scale, -part.getX() * scale, -part.getY() * scale));
    for (var each : parts) {
      if (each.fill() != null) {
        g.setColor(each.fill());
        g.fill(each.shape());
      }
      if (each.line() != null) {
        g.setColor(each.line());
        g.setStroke(
            each.dashed()
                ? new BasicStroke(each.width(), BasicStroke.CAP_BUTT, 0, 10, new float[] {5, 4}, 0)
                : new BasicStroke(each.width()));
        g.draw(each.shape());
      }
    }
  }

  /** The paths of an SVG picture. */
  String svg() {
    var svg = new StringBuilder();
    for (var each : parts)
      svg.append(
          "<path d=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>"
              .formatted(
                  path(each.shape()),
                  colour(each.fill()),
                  colour(each.line()),
                  each.width(),
                  each.dashed() ? " stroke-dasharray=\"5 4\"" : ""));
    return svg.toString();
  }

  private static String colour(@Nullable Color colour) {
    return colour == null ? "none" : "#%06x".formatted(colour.getRGB() & 0xffffff);
  }

  private static String path(Shape shape) {
    var path = new StringBuilder();
    var at = new double[6];
    for (var steps = shape.getPathIterator(null); !steps.isDone(); steps.next()) {
      int kind = steps.currentSegment(at);
      path.append("MLQCZ".charAt(kind));
      int numbers =
          switch (kind) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
            case PathIterator.SEG_QUADTO -> 4;
            case PathIterator.SEG_CUBICTO -> 6;
            default -> 0;
          };
      for (int i = 0; i < numbers; i++) path.append(String.format(Locale.ROOT, "%.1f ", at[i]));
    }
    return path.toString();
  }
}
