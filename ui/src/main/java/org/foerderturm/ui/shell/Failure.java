package org.foerderturm.ui.shell;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.UUID;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.ui.common.Ui;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An error during an action: a sentence for the person, the rest for the log, joined by a number.
 */
class Failure implements ErrorHandler {
  private static final Logger log = LoggerFactory.getLogger(Failure.class);

  @Override
  public void error(ErrorEvent event) {
    var refused = refusal(event.getThrowable());
    if (refused != null) {
      if (UI.getCurrent() != null) Ui.refuse(refused);
      return;
    }
    if (ClosedWindows.isGone(event.getThrowable())) return;
    var number = number();
    log.error("failure {}", number, event.getThrowable());
    if (UI.getCurrent() != null) Ui.refuse(t("error.failed", "number", number));
  }

  static @Nullable Rejected refusal(@Nullable Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause())
      if (cause instanceof Rejected rejected) return rejected;
    return null;
  }

  static String number() {
    return UUID.randomUUID().toString().substring(0, 8);
  }
}
