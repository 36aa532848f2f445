package org.foerderturm.ui.shell;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.SystemMessages;
import java.util.Locale;
import org.foerderturm.ui.common.Messages;

/** What the machine itself says, when the page can't: session, cookies, connection, failure. */
final class SystemWords {
  private SystemWords() {}

  static SystemMessages of(Locale locale) {
    var words = new CustomizedSystemMessages();
    words.setSessionExpiredNotificationEnabled(true);
    words.setSessionExpiredCaption(say("system.session", locale));
    words.setSessionExpiredMessage(say("system.session-help", locale));
    words.setCookiesDisabledNotificationEnabled(true);
    words.setCookiesDisabledCaption(say("system.cookies", locale));
    words.setCookiesDisabledMessage(say("system.cookies-help", locale));
    words.setInternalErrorNotificationEnabled(true);
    words.setInternalErrorCaption(say("system.internal", locale));
    words.setInternalErrorMessage(say("system.internal-help", locale));
    words.setSyncErrorNotificationEnabled(true);
    words.setSyncErrorCaption(say("system.sync", locale));
    words.setSyncErrorMessage(say("system.sync-help", locale));
    return words;
  }

  /** The words of the connection; and what was typed and not kept asks before the window goes. */
  static void prepare(UI ui) {
    var dialog = ui.getReconnectDialogConfiguration();
    dialog.setDialogText(say("system.reconnecting", ui.getLocale()));
    dialog.setDialogTextGaveUp(say("system.offline", ui.getLocale()));
    ui.getPage()
        .executeJs(
            UNSAVED,
            say("draft.kept-until", ui.getLocale()),
            say("draft.not-kept", ui.getLocale()),
            say("system.online", ui.getLocale()));
  }

  static String say(String key, Locale locale) {
    var words = Messages.find(key, locale);
    return words == null ? t(key) : words;
  }

  /**
   * A field counts as unsaved from its first letter until the server says that the draft is kept,
   * the field is gone, emptied or can only be read. When the machine's own message appears, it is
   * told what was kept, and until when.
   */
  private static final String UNSAVED =
      """
      if (window.ftTyped) return;
      const typed = window.ftTyped = new Map();
      const known = new WeakMap(); // what the field held before, or holds since it was kept
      let keptAt = null;
      const inForm = field => field.closest('.ft-form');
      const open = () => {
        for (const field of typed.keys())
          if (!field.isConnected || !field.value || field.readonly
              || field.value === known.get(field)) typed.delete(field);
        return typed.size > 0;
      };
      const at = event => event.composedPath().find(each =>
          each.localName && each.localName.startsWith('vaadin-') && 'value' in each);
      addEventListener('focusin', event => {
        const field = at(event);
        if (field && !typed.has(field)) known.set(field, field.value);
      }, true);
      addEventListener('input', event => {
        const field = at(event);
        if (field && (inForm(field) || field.closest('vaadin-dialog')
            || field.localName === 'vaadin-text-area')) typed.set(field, Date.now());
      }, true);
      window.ftKept = time => {
        keptAt = time;
        const settle = age => typed.forEach((since, field) => {
          if (!inForm(field) || Date.now() - since <= age) return;
          typed.delete(field);
          known.set(field, field.value);
        });
        settle(300);
        setTimeout(() => settle(1500), 1600);
      };
      addEventListener('beforeunload', event => {
        if (open()) event.preventDefault();
      });
      new MutationObserver(changes => changes.forEach(change => change.addedNodes.forEach(node => {
        if (!node.classList || !node.classList.contains('v-system-error')) return;
        node.setAttribute('role', 'alert');
        const say = words => {
          const line = document.createElement('div');
          line.className = 'message';
          line.textContent = words;
          node.appendChild(line);
        };
        if (keptAt) say($0.replace('{time}', keptAt));
        if (open()) say($1);
      }))).observe(document.body, {childList: true});
      const indicator = window.Vaadin && window.Vaadin.connectionIndicator;
      if (indicator) indicator.onlineText = $2;
      """;
}
