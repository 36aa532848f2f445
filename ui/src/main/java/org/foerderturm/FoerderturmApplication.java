package org.foerderturm;

import java.util.TimeZone;
import org.foerderturm.calendar.WorkingDays;
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
    // the engine reads "2026-11-23T18:00" of a model as this zone's, whatever the server's is
    TimeZone.setDefault(TimeZone.getTimeZone(WorkingDays.OFFICE));
    SpringApplication.run(FoerderturmApplication.class, args);
  }
}
