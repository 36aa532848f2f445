package org.foerderturm.document;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/**
 * Reads a paper as those do who get it: its words, where they stand, and whether it may be filed.
 */
public final class Printed {
  /** Points at the foot of a page that belong to the page number. */
  private static final float FOOT = 68;

  /**
   * @param text between head and foot of the pages
   * @param outside signs that stand outside their page, or below the text's margin
   */
  public record Words(String text, List<String> outside, int pages) {}

  private Printed() {}

  public static Words of(byte[] pdf) {
    var text = new StringBuilder();
    var outside = new ArrayList<String>();
    try (var file = Loader.loadPDF(pdf)) {
      var reader =
          new PDFTextStripper() {
            @Override
            protected void writeString(String words, List<TextPosition> signs) {
              var page = getCurrentPage().getMediaBox();
              var area = new Rectangle2D.Float(0, 0, page.getWidth(), page.getHeight());
              for (var sign : signs) {
                if (sign.getY() > page.getHeight() - FOOT) continue;
                text.append(sign.getUnicode());
                if (!area.contains(
                    sign.getX(),
                    sign.getY() - sign.getHeight(),
                    Math.max(sign.getWidth(), 0.01),
                    Math.max(sign.getHeight(), 0.01)))
                  outside.add(sign.getUnicode() + " at " + sign.getX() + "," + sign.getY());
              }
            }

            @Override
            protected void writeWordSeparator() {
              text.append(' ');
            }

            @Override
            protected void writeLineSeparator() {
              text.append('\n');
            }
          };
      reader.setSuppressDuplicateOverlappingText(false);
      reader.getText(file);
      return new Words(text.toString(), outside, file.getNumberOfPages());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What speaks against it as PDF/A-2a and as PDF/UA-1, by veraPDF. */
  public static List<String> faults(byte[] pdf) {
    VeraGreenfieldFoundryProvider.initialise();
    var faults = new TreeSet<String>();
    for (var flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1))
      try (var parser =
              Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
          var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
        for (var finding : validator.validate(parser).getTestAssertions())
          faults.add(flavour + " " + finding.getRuleId().getClause() + ": " + finding.getMessage());
      } catch (VeraPDFException | IOException e) {
        throw new IllegalStateException(e);
      }
    return List.copyOf(faults);
  }

  public static PDDocument open(byte[] pdf) {
    try {
      return Loader.loadPDF(pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without any blanks: a word may be broken anywhere. */
  public static String solid(String text) {
    return text.replaceAll("[\\s\\p{Z}\u00ad\u200b]", "");
  }
}
