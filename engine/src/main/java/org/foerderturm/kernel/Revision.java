package org.foerderturm.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A command that puts a record in the place of the one that a person saw. It carries what she saw,
 * so that she undoes nobody's change that she knows nothing of: {@link Merge} keeps what others
 * changed meanwhile and refuses where both changed the same.
 *
 * <p>Every command that a dialog is filled for from a record is one; a test holds it.
 *
 * @param <C> the command itself
 */
public interface Revision<C extends Record & Revision<C>> extends Command {
  /**
   * The same command as it stood before anything was changed in it; null from one who saw nothing,
   * like a model or an import: then the whole record is replaced.
   */
  @Nullable C seen();
}
