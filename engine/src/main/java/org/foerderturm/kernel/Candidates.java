package org.foerderturm.kernel;

import java.time.LocalDate;

/**
 * Knows by name who may be picked for something, among the people of the office and those who speak
 * for members. A parameter of command handlers, for names that are chosen where a register has them
 * and typed where none does. What it says is what lists show, a moment old at most.
 */
public interface Candidates {
  /**
   * @param name as it was chosen or typed; one that nobody knows is right
   * @param day on which the person is picked
   * @throws Rejected {@code person-locked} or {@code person-gone} if everybody of that name is
   */
  void mustBeThere(String name, LocalDate day);
}
