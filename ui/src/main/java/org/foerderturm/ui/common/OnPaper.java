package org.foerderturm.ui.common;

import org.foerderturm.document.Paper;

/** A part of a screen that knows by itself how it looks on paper. */
public interface OnPaper {
  void print(Paper paper);
}
