package org.foerderturm.kernel;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Two changed the same field of a record, and the second knew nothing of the first ({@code
 * changed-meanwhile}). It knows what becomes of the command once the person has chosen.
 */
public final class ChangedMeanwhile extends Rejected {
  public static final String CODE = "changed-meanwhile";

  private final transient List<Merge.Difference> differences;
  private final transient Function<Collection<String>, ? extends Command> settled;

  ChangedMeanwhile(
      List<Merge.Difference> differences, Function<Collection<String>, ? extends Command> settled) {
    this(Map.of(), differences, settled);
  }

  private ChangedMeanwhile(
      Map<String, ?> args,
      List<Merge.Difference> differences,
      Function<Collection<String>, ? extends Command> settled) {
    super(CODE, args);
    this.differences = List.copyOf(differences);
    this.settled = settled;
  }

  public List<Merge.Difference> differences() {
    return differences;
  }

  /**
   * @param args who changed it and when ({@code by}, {@code at}), as far as the log says
   */
  public ChangedMeanwhile with(Map<String, ?> args) {
    return new ChangedMeanwhile(args, differences, settled);
  }

  /**
   * The command to send after the choice.
   *
   * @param mine fields whose value shall be the one that was asked for; the others stay
   */
  public Command settled(Collection<String> mine) {
    return settled.apply(mine);
  }
}
