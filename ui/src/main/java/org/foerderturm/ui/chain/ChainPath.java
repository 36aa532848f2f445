package org.foerderturm.ui.chain;

import static java.util.Comparator.naturalOrder;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import org.foerderturm.chain.ChainQuery.ChainNode;
import org.foerderturm.chain.ChainQuery.FindChain;
import org.foerderturm.chain.ChainStage;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;

/**
 * The stages of an undertaking in their order, each with what stands there, its date, amount and
 * state; stages that nothing has reached are pale. Every name is a link but that of the page one is
 * on. Empty for what stands in no chain, and for those who may not see applications.
 */
public final class ChainPath extends Div {
  /** More of one stage are counted, not shown. */
  private static final int MOST = 3;

  private static final Set<String> ENDED =
      Set.of("stopped", "withdrawn", "dissolved", "set-aside", "closed");

  private final transient Desk desk;

  public ChainPath(Desk desk) {
    this.desk = desk;
    addClassName("ft-chain-place");
  }

  /**
   * @param id of the consortium, paper, motion, application or project that the page shows
   * @return what was found, in the order of the stages
   */
  public List<ChainNode> show(String id) {
    return show(id, id);
  }

  /** As a case works for it: the way to its own page is a link too. */
  public List<ChainNode> showOfCase(String caseKey) {
    return show(caseKey, "");
  }

  private List<ChainNode> show(String id, String here) {
    removeAll();
    if (!desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR))
      return List.of();
    var nodes = desk.ask(new FindChain(id));
    // a motion about something else is a chain of one link
    if (nodes.stream().allMatch(node -> node.stage() == ChainStage.RESOLUTION)) return nodes;
    var stages = new OrderedList();
    stages.addClassName("ft-chain");
    for (var stage : ChainStage.values()) stages.add(stage(stage, nodes, here));
    var nav = new Nav(stages);
    nav.getElement().setAttribute("aria-label", t("chain.label"));
    add(nav);
    return nodes;
  }

  private static ListItem stage(ChainStage stage, List<ChainNode> nodes, String here) {
    var reached = nodes.stream().filter(node -> node.stage() == stage).toList();
    var item = new ListItem(Ui.span("ft-chain-stage", t("chain." + stage.code())));
    if (reached.isEmpty()) {
      item.addClassName("ft-chain-empty");
      item.add(Ui.span("ft-quiet", t(missing(stage, nodes))));
    }
    // the newest: of many draw-downs the last ones tell most
    for (var node : reached.subList(Math.max(0, reached.size() - MOST), reached.size()))
      item.add(node(node, here));
    if (reached.size() > MOST)
      item.add(Ui.span("ft-quiet", Words.count("chain.more", reached.size() - MOST)));
    return item;
  }

  /** Why nothing stands there: it comes later, elsewhere or not at all. */
  static String missing(ChainStage empty, List<ChainNode> nodes) {
    var last = nodes.stream().map(ChainNode::stage).max(naturalOrder()).orElse(empty);
    if (empty == ChainStage.CONSORTIUM) return "chain.none";
    // granted before the office kept its applications here, and drawn there too
    boolean granted = empty.compareTo(ChainStage.APPLICATION) >= 0;
    boolean here = nodes.stream().anyMatch(node -> node.stage() == ChainStage.APPLICATION);
    if (granted && !here && last == ChainStage.PROJECT) return "chain.elsewhere";
    boolean sent =
        nodes.stream()
            .anyMatch(n -> n.stage() == ChainStage.APPLICATION && !n.state().equals("prepared"));
    boolean passed =
        empty.compareTo(ChainStage.APPLICATION) < 0 && (sent || last == ChainStage.PROJECT);
    boolean ended =
        nodes.stream()
            .filter(node -> node.stage() == last)
            .allMatch(
                node ->
                    ENDED.contains(node.state())
                        || (last == ChainStage.APPLICATION && node.state().equals("rejected")));
    return passed || ended ? "chain.none" : "chain.not-yet";
  }

  private static Div node(ChainNode node, String here) {
    var box = Ui.div("ft-chain-node");
    if (node.id().equals(here)) {
      var current = Ui.span("ft-strong", name(node));
      current.getElement().setAttribute("aria-current", "true");
      box.addClassName("ft-chain-here");
      box.add(current);
    } else box.add(link(node));
    var about = Formats.date(node.day());
    if (node.amountCents() != null && node.amountCents() > 0)
      about += " · " + Formats.euros(node.amountCents());
    box.add(Ui.span("ft-quiet", about), state(node));
    return box;
  }

  /** The way to a link of the chain, by its name. */
  public static Component link(ChainNode node) {
    return Ui.link(page(node), name(node));
  }

  /** Of a resolution who took it, without what stands in brackets. */
  private static String name(ChainNode node) {
    var label = node.label();
    return switch (node.stage()) {
      case PAPER -> label == null ? node.title() : label + " " + node.title();
      case RESOLUTION -> label == null ? node.title() : label.replaceAll("\\s*\\([^)]*\\)$", "");
      case PROOF -> t("chain.proof");
      default -> node.title();
    };
  }

  private static String page(ChainNode node) {
    var owner = node.ownerId();
    return switch (node.stage()) {
      case CONSORTIUM -> "consortia/" + owner;
      case PAPER -> "council/" + owner;
      case RESOLUTION -> (node.id().equals(owner) ? "motions/" : "council/") + owner;
      case APPLICATION -> "funding/" + owner;
      case NOTICE, PROOF -> "funding/" + owner + "#notice";
      case DRAW_DOWN -> "funding/" + owner + "#draw-downs";
      case PROJECT -> "projects/" + owner;
    };
  }

  private static Span state(ChainNode node) {
    var tone =
        switch (node.state()) {
          case "adopted",
              "amended",
              "granted",
              "final",
              "constituted",
              "received",
              "submitted",
              "closed" ->
              Ui.Tone.GOOD;
          case "rejected", "not-recommended", "inquorate" -> Ui.Tone.BAD;
          case "stopped", "withdrawn", "dissolved", "set-aside", "noted", "recommended" ->
              Ui.Tone.PLAIN;
          case "open", "appealable", "outlined", "reserve" -> Ui.Tone.ATTENTION;
          default -> Ui.Tone.RUNNING;
        };
    return Ui.chip(tone, Words.code("chain-state", node.state()));
  }
}
