package org.foerderturm.ui.shell;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;

/**
 * Keeps out of the log that a window was closed while the server wrote to it: no failure of ours,
 * and nobody there to tell. The libraries below report it as errors, each by a logger of its own.
 */
@Component
class ClosedWindows extends TurboFilter {

  ClosedWindows() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) log.addTurboFilter(this);
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] params,
      @Nullable Throwable thrown) {
    var cause = thrown;
    if (cause == null
        && params != null
        && params.length > 0
        && params[params.length - 1] instanceof Throwable last) cause = last;
    return cause != null && isGone(cause) ? FilterReply.DENY : FilterReply.NEUTRAL;
  }

  /** Whether writing failed because nobody listens any more. */
  static boolean isGone(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause())
      if (cause instanceof ClientAbortException || isOfWebSocket(cause)) return true;
    return false;
  }

  private static boolean isOfWebSocket(Throwable cause) {
    var trace = cause.getStackTrace();
    return trace.length > 0 && trace[0].getClassName().startsWith("org.apache.tomcat.websocket.");
  }
}
