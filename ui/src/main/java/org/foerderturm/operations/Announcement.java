package org.foerderturm.operations;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the person at the console where to go. */
@Component
class Announcement {
  private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

  @EventListener
  void up(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof WebServerApplicationContext web
        && web.getWebServer() != null) {
      LOG.info(
          "Förderturm is up: http://localhost:{} (stop with Ctrl-C)", web.getWebServer().getPort());
    }
  }
}
