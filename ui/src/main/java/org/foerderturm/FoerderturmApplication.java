package org.foerderturm;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The composition root: everything under this package is one program. */
@SpringBootApplication
public class FoerderturmApplication {
  public static void main(String[] args) {
    SpringApplication.run(FoerderturmApplication.class, args);
  }
}
