package org.foerderturm.operations;

import org.foerderturm.database.DatabaseRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in words, without a stack trace, why the program does not start. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof WrongSettings) {
        return new FailureAnalysis(
            cause.getMessage(),
            "Correct the environment variable or option; all of them are in docs/reference/settings.md.",
            cause);
      }
      if (cause instanceof DatabaseRefused refused) {
        return new FailureAnalysis(refused.getMessage(), refused.action(), refused);
      }
    }
    return null;
  }
}
