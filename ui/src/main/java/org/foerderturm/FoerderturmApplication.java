package org.foerderturm;

import java.time.ZoneOffset;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The composition root: everything under this package is one program. */
@SpringBootApplication
public class FoerderturmApplication {
  static {
    // Axon asks its makers for news otherwise; the program calls nobody.
    System.setProperty("axoniq.update-checker.disabled", "true");
  }

  public static void main(String[] args) {
    // the engine keeps moments without a zone: in UTC no hour comes twice or not at all
    TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    SpringApplication.run(FoerderturmApplication.class, args);
  }
}
