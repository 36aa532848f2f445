package org.foerderturm.kernel;

import org.axonframework.test.aggregate.AggregateTestFixture;

/** Ids of given events are made anew for each test, so what points to them is compared apart. */
public final class Pointers {
  private Pointers() {}

  /** The same fixture, for which corrections are equal whatever event they point to. */
  public static <T> AggregateTestFixture<T> apart(AggregateTestFixture<T> fixture) {
    fixture.registerFieldFilter(field -> !field.getName().equals("corrects"));
    return fixture;
  }
}
