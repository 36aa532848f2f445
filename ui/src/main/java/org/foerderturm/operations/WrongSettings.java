package org.foerderturm.operations;

import java.util.List;

/** Settings that the program does not start with, one sentence each. */
final class WrongSettings extends RuntimeException {
  WrongSettings(List<String> sentences) {
    super(String.join("\n", sentences));
  }
}
