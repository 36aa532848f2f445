package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import org.foerderturm.access.AccessQuery.FindUnheldRoles;
import org.foerderturm.kernel.Role;

/** Tasks that reach nobody, because nobody holds the role for which they wait. */
public final class UnheldRoles {
  private UnheldRoles() {}

  /** Empty if there are none, or if whoever looks can't see to it. */
  public static Optional<Section> of(Desk desk) {
    if (!desk.has(Role.ADMINISTRATOR, Role.OFFICE_LEAD)) return Optional.empty();
    var roles = desk.ask(new FindUnheldRoles());
    if (roles.isEmpty()) return Optional.empty();
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    roles.forEach(
        (role, tasks) ->
            list.add(
                new ListItem(
                    Ui.chip(Ui.Tone.ATTENTION, Words.role(role)),
                    new Span(Words.count("unheld.tasks", tasks)))));
    return Optional.of(
        Ui.section(
            t("unheld.title"),
            list,
            Ui.span(
                "ft-quiet",
                t(desk.has(Role.ADMINISTRATOR) ? "unheld.help-admin" : "unheld.help"))));
  }
}
