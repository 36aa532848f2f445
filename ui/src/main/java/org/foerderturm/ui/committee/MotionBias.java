package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.foerderturm.committee.CommitteeCommand.DiscloseBias;
import org.foerderturm.committee.CommitteeCommand.SettleBias;
import org.foerderturm.committee.CommitteeQuery.MotionDetails;
import org.foerderturm.committee.CommitteeQuery.VoteRow;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Ui;

/** Bias that comes to light late in a vote without a meeting, and what follows from it. */
final class MotionBias extends Div {
  MotionBias(Desk desk, MotionDetails motion, Runnable redraw) {
    addClassName("ft-contents");
    var id = motion.row().motionId();
    var bias =
        new LateBias(
            desk,
            redraw,
            (member, reason, by, on) -> new DiscloseBias(id, member, reason, by, on),
            (member, again, reason) -> new SettleBias(id, member, again, reason));
    for (var row : motion.lateBias()) add(bias.told(row, desk.has(Role.OFFICE_LEAD)));
    var free = free(desk, motion);
    if (free.isEmpty()) return;
    var help = t(motion.row().result() == null ? "late-bias.vote-runs" : "late-bias.help");
    add(Ui.div("ft-actions", Ui.quiet(t("late-bias.disclose"), () -> bias.disclose(free, help))));
  }

  /** Who voted here and whose bias may be recorded by whoever looks at it. */
  private static List<String> free(Desk desk, MotionDetails motion) {
    if ("withdrawn".equals(motion.row().result())) return List.of();
    boolean office = desk.has(Role.OFFICE_LEAD, Role.PROJECT_MANAGER);
    return motion.votes().stream()
        .filter(vote -> vote.vote() != null)
        .map(VoteRow::member)
        .filter(member -> office || member.equals(desk.actor().userId()))
        .filter(member -> motion.lateBias().stream().noneMatch(b -> b.member().equals(member)))
        .toList();
  }
}
