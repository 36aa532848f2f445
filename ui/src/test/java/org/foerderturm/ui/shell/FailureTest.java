package org.foerderturm.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.vaadin.flow.server.ErrorEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FailureTest {
  private final Logger log = (Logger) LoggerFactory.getLogger(Failure.class);
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.addAppender(said);
    said.start();
  }

  @AfterEach
  void stopListening() {
    log.detachAppender(said);
  }

  @Test
  void a_failure_is_logged_with_its_cause() {
    tell(new IOException("Broken pipe"));
    assertThat(said.list)
        .singleElement()
        .satisfies(line -> assertThat(line.getFormattedMessage()).startsWith("failure "));
  }

  @Test
  void who_closes_the_window_before_the_answer_has_not_met_a_failure() {
    tell(new ClientAbortException(new IOException("Broken pipe")));
    tell(new UncheckedIOException(new ClientAbortException()));
    assertThat(said.list).isEmpty();
  }

  @Test
  void nor_do_the_libraries_below_write_of_a_closed_window() {
    var closed = new ClosedWindows();
    try {
      var push = new IllegalStateException("the WebSocket session has been closed");
      push.setStackTrace(
          new StackTraceElement[] {
            new StackTraceElement("org.apache.tomcat.websocket.WsSession", "write", null, 1)
          });
      log.error("Exception in push connection", push);
      log.error("{} failed", "Push", new IOException(push));
      assertThat(said.list).isEmpty();
      log.error("Exception in push connection", new IllegalStateException("ours"));
      log.error("{} failed", "Push", new IOException("ours"));
      assertThat(said.list).hasSize(2);
    } finally {
      log.getLoggerContext().getTurboFilterList().remove(closed);
    }
  }

  private static void tell(Throwable thrown) {
    new Failure().error(new ErrorEvent(thrown));
  }
}
