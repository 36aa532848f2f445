package org.foerderturm.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The fonts in which papers are set. A sign that the first lacks is taken from the next: letters
 * and subscripts from DejaVu, symbols, formulas and emoji (in black) from Noto. Right-to-left
 * scripts and those of East Asia have none.
 */
final class Fonts {
  private record Font(String family, String regular, @Nullable String bold) {}

  private static final List<Font> FONTS =
      List.of(
          new Font(
              "Liberation Sans",
              "/liberation/LiberationSans-Regular.ttf",
              "/liberation/LiberationSans-Bold.ttf"),
          new Font(
              "DejaVu Sans",
              "/document/fonts/DejaVuSans.ttf",
              "/document/fonts/DejaVuSans-Bold.ttf"),
          new Font("Noto Sans Symbols 2", "/document/fonts/NotoSansSymbols2-Regular.ttf", null),
          new Font("Noto Sans Symbols", "/document/fonts/NotoSansSymbols-Regular.ttf", null),
          new Font("Noto Sans Math", "/document/fonts/NotoSansMath-Regular.ttf", null),
          new Font("Noto Emoji", "/document/fonts/NotoEmoji-Regular.ttf", null),
          // in a heading, what is not there in bold
          new Font("DejaVu Sans Book", "/document/fonts/DejaVuSans.ttf", null));

  /** As a style sheet lists them. */
  static final String FAMILIES =
      FONTS.stream().map(font -> '"' + font.family() + '"').collect(Collectors.joining(", "));

  private Fonts() {}

  /** Read when the first paper is made: half a second. */
  private static final class Read {
    static final BitSet SIGNS = signs();
    static final TrueTypeFont TEXT = read(FONTS.getFirst().regular());
    static final int UNITS = units();

    private static BitSet signs() {
      var regular = new BitSet();
      var bold = new BitSet();
      for (var font : FONTS) {
        var here = signs(font.regular());
        regular.or(here);
        bold.or(font.bold() == null ? here : signs(font.bold()));
      }
      regular.and(bold);
      return regular;
    }

    private static BitSet signs(String file) {
      var signs = new BitSet();
      try (var font = read(file)) {
        CmapLookup lookup = font.getUnicodeCmapLookup();
        for (int sign = 0; sign <= Character.MAX_CODE_POINT; sign++)
          if (lookup.getGlyphId(sign) != 0) signs.set(sign);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return signs;
    }

    private static int units() {
      try {
        return TEXT.getUnitsPerEm();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static boolean have(int sign) {
    return Read.SIGNS.get(sign);
  }

  /** How wide a text runs on one line, in ems; of other fonts' signs an estimate. */
  static double width(String text) {
    try {
      double width = 0;
      var lookup = Read.TEXT.getUnicodeCmapLookup();
      for (int sign : text.codePoints().toArray()) {
        int glyph = lookup.getGlyphId(sign);
        width += glyph == 0 ? 0.9 : (double) Read.TEXT.getAdvanceWidth(glyph) / Read.UNITS;
      }
      return width;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Words of the text's font as areas, for drawings; signs of other fonts are left blank there. */
  static Shape outline(String text, double left, double baseline, double size) {
    try {
      var path = new Path2D.Double();
      var lookup = Read.TEXT.getUnicodeCmapLookup();
      double scale = size / Read.UNITS;
      double x = left;
      for (int sign : text.codePoints().toArray()) {
        int glyph = lookup.getGlyphId(sign);
        var outline = glyph == 0 ? null : Read.TEXT.getGlyph().getGlyph(glyph);
        if (outline != null)
          path.append(
              new AffineTransform(scale, 0, 0, -scale, x, baseline)
                  .createTransformedShape(outline.getPath()),
              false);
        x += glyph == 0 ? 0.9 * size : Read.TEXT.getAdvanceWidth(glyph) * scale;
      }
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void use(PdfRendererBuilder builder) {
    for (var font : FONTS) {
      builder.useFont(() -> open(font.regular()), font.family(), 400, FontStyle.NORMAL, true);
      if (font.bold() != null) {
        var bold = font.bold();
        builder.useFont(() -> open(bold), font.family(), 700, FontStyle.NORMAL, true);
      }
    }
  }

  private static TrueTypeFont read(String file) {
    try (var in = open(file)) {
      return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The font without its table of ligatures: a glyph that stands for several signs has no text of
   * its own, and what was typed could not be read out of the paper again.
   */
  private static InputStream open(String file) {
    try (var in = Objects.requireNonNull(Fonts.class.getResourceAsStream(file), file)) {
      var font = in.readAllBytes();
      int tables = font[4] << 8 | font[5];
      for (int entry = 12; entry < 12 + 16 * tables; entry += 16)
        if (new String(font, entry, 4, StandardCharsets.US_ASCII).equals("GSUB")) font[entry] = 'X';
      return new ByteArrayInputStream(font);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
