package org.foerderturm.document;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Where a line may end. Java takes the sign that closes a German quotation (“) for one that opens
 * an English one, and would let it begin a line by itself.
 */
final class LineBreaks implements FSTextBreaker {
  private static final String EITHER = "“‘”’»«";
  private static final String OPENING = "„‚";

  private final FSTextBreaker all =
      new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.US));
  private String text = "";

  @Override
  public void setText(String newText) {
    text = newText;
    all.setText(newText);
  }

  @Override
  public int next() {
    int at = all.next();
    while (at > 0 && at < text.length() && isInQuotation(at)) at = all.next();
    return at;
  }

  private boolean isInQuotation(int at) {
    char before = text.charAt(at - 1);
    boolean opened =
        OPENING.indexOf(before) >= 0
            || (EITHER.indexOf(before) >= 0
                && (at == 1 || Character.isWhitespace(text.charAt(at - 2))));
    boolean closes = EITHER.indexOf(text.charAt(at)) >= 0 && !Character.isWhitespace(before);
    return opened || closes;
  }
}
