package org.foerderturm.ui.alliance;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.foerderturm.alliance.AllianceQuery.FindMember;
import org.foerderturm.process.Files;
import org.foerderturm.ui.common.Desk;

/** Parts of a member's page, for the tasks that ask about them; empty where there is none. */
public final class MemberSections {
  private MemberSections() {}

  /** The offer if there is one, figures, topics. */
  public static List<Component> facts(Desk desk, Files files, String id) {
    var found = desk.ask(new FindMember(id));
    return found == null ? List.of() : List.of(MemberView.facts(desk, found, files));
  }

  /** What it asks for, what was talked about, what is known of it. */
  public static List<Component> member(Desk desk, Files files, String id) {
    var found = desk.ask(new FindMember(id));
    return found == null
        ? List.of()
        : List.of(MemberView.texts(found), MemberView.facts(desk, found, files));
  }

  /** The offer first, then what it rests on. */
  public static List<Component> offer(Desk desk, Files files, String id) {
    var found = desk.ask(new FindMember(id));
    return found == null
        ? List.of()
        : List.of(MemberView.facts(desk, found, files), MemberView.texts(found));
  }
}
