package org.foerderturm.ui.admin;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.foerderturm.access.AccessCommand.GrantRole;
import org.foerderturm.access.AccessCommand.LockUser;
import org.foerderturm.access.AccessCommand.RegisterUser;
import org.foerderturm.access.AccessCommand.RevokeRole;
import org.foerderturm.access.AccessCommand.UnlockUser;
import org.foerderturm.access.AccessQuery.FindUsers;
import org.foerderturm.access.AccessQuery.UserRow;
import org.foerderturm.access.Passwords;
import org.foerderturm.kernel.NameOrder;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Sorting;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.UnheldRoles;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;

/** People: register, roles, lock, one-time passwords. */
@Route("users")
@RolesAllowed("ADMINISTRATOR")
public class UsersView extends View implements BeforeEnterObserver {
  private final transient Passwords passwords;
  private final Grid<UserRow> list = Lists.grid(t("nav.users"));
  private final Sorting<UserRow> sorting = new Sorting<>(list);

  UsersView(Desk desk, Passwords passwords) {
    super(desk, t("nav.users"));
    this.passwords = passwords;
    addClassName("ft-full");
    addAction(Ui.primary(t("users.register"), this::register));
    list.addColumn(UserRow::displayName)
        .setHeader(t("users.name"))
        .setWidth("13rem")
        .setFlexGrow(2);
    list.addColumn(UserRow::userId).setHeader(t("users.id")).setFlexGrow(1);
    list.addColumn(UsersView::roles).setHeader(t("users.roles")).setWidth("13rem").setFlexGrow(3);
    list.addComponentColumn(
            user ->
                user.locked()
                    ? Ui.chip(Ui.Tone.BAD, t("users.locked"))
                    : Ui.chip(Ui.Tone.GOOD, t("users.active")))
        .setHeader(t("cases.state"))
        .setAutoWidth(true);
    list.addComponentColumn(this::actions).setHeader(t("projections.act")).setAutoWidth(true);
    sorting.columns("name", "id", "roles", "state", "");
    list.getColumnByKey("state").setComparator(UserRow::locked);
    UnheldRoles.of(desk).ifPresent(section -> add(section));
    add(Ui.div("ft-filters", sorting.choice()), list);
    draw();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    sorting.read(event.getLocation().getQueryParameters());
  }

  private void draw() {
    list.setItems(desk.ask(new FindUsers()));
  }

  private static String roles(UserRow user) {
    return user.roles().stream()
        .map(Words::role)
        .sorted(NameOrder.NAMES)
        .collect(Collectors.joining(", "));
  }

  private Component actions(UserRow user) {
    var roles = act(VaadinIcon.USER_CARD, "users.change-roles", user, () -> changeRoles(user));
    var password = act(VaadinIcon.KEY_O, "users.one-time", user, () -> oneTime(user));
    var lock =
        user.locked()
            ? act(VaadinIcon.UNLOCK, "users.unlock", user, () -> unlock(user))
            : act(VaadinIcon.LOCK, "users.lock", user, () -> lock(user));
    return Ui.div("ft-actions", roles, password, lock);
  }

  private static Button act(VaadinIcon icon, String key, UserRow user, Runnable action) {
    var button = new Button(Ui.icon(icon), click -> action.run());
    button.addThemeNames("tertiary", "icon");
    button.setAriaLabel(t(key) + ": " + user.displayName());
    button.setTooltipText(t(key));
    return button;
  }

  private void register() {
    var id =
        Inputs.answers(
            Inputs.required(new TextField(t("users.id"))),
            "user-id-invalid",
            "user-already-registered");
    id.setHelperText(t("users.id-rule"));
    var name = Inputs.required(new TextField(t("users.name")), "display-name-missing");
    var roles = choice(Set.of());
    Dialogs.open(
        desk,
        t("users.register"),
        t("users.register"),
        () -> {
          desk.send(
              new RegisterUser(id.getValue().strip(), name.getValue().strip(), roles.getValue()));
          show(name.getValue(), passwords.issueOneTime(id.getValue().strip(), desk.actor()));
        },
        this::draw,
        id,
        name,
        roles);
  }

  private void changeRoles(UserRow user) {
    // only what was ticked or unticked here is sent
    var roles = Inputs.suggested(choice(user.roles()));
    var reason = Inputs.required(new TextField(t("users.lock-reason")), "reason-missing");
    reason.setHelperText(t("users.revoke-reason"));
    whileTaken(user, roles, reason);
    roles.addValueChangeListener(change -> whileTaken(user, roles, reason));
    Dialogs.open(
        desk,
        t("users.roles-of", "name", user.displayName()),
        t("users.save"),
        () -> {
          for (var role : Role.values()) {
            boolean had = user.roles().contains(role);
            boolean has = roles.getValue().contains(role);
            if (has && !had) desk.send(new GrantRole(user.userId(), role));
            if (had && !has) desk.send(new RevokeRole(user.userId(), role, reason.getValue()));
          }
        },
        this::draw,
        roles,
        reason);
  }

  /** Taking a role away asks for a reason, giving one doesn't. */
  private static void whileTaken(UserRow user, CheckboxGroup<Role> roles, TextField reason) {
    boolean taken = !roles.getValue().containsAll(user.roles());
    reason.setVisible(taken);
    reason.setRequiredIndicatorVisible(taken);
  }

  private void lock(UserRow user) {
    var reason = Inputs.required(new TextField(t("users.lock-reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("users.lock-of", "name", user.displayName()),
        t("users.lock"),
        () -> desk.send(new LockUser(user.userId(), reason.getValue().strip())),
        this::draw,
        reason);
  }

  private void unlock(UserRow user) {
    var reason = Inputs.required(new TextField(t("users.lock-reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("users.unlock-of", "name", user.displayName()),
        t("users.unlock"),
        () -> desk.send(new UnlockUser(user.userId(), reason.getValue())),
        this::draw,
        reason);
  }

  private void oneTime(UserRow user) {
    Dialogs.open(
        desk,
        t("users.one-time-of", "name", user.displayName()),
        t("users.one-time"),
        () -> show(user.displayName(), passwords.issueOneTime(user.userId(), desk.actor())),
        this::draw,
        new Paragraph(t("users.one-time-help")));
  }

  private static void show(String name, String password) {
    var dialog = new Dialog(t("users.one-time-of", "name", name));
    var word = new Pre(password);
    word.addClassName("ft-secret");
    dialog.add(new Paragraph(t("users.one-time-shown")), word);
    dialog.getFooter().add(Ui.primary(t("users.noted"), dialog::close));
    dialog.open();
  }

  private static CheckboxGroup<Role> choice(Set<Role> chosen) {
    var roles = new CheckboxGroup<Role>(t("users.roles"));
    roles.setItems(Role.values());
    roles.setItemLabelGenerator(Words::role);
    roles.addThemeNames("vertical");
    roles.setValue(chosen.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(chosen));
    return roles;
  }
}
