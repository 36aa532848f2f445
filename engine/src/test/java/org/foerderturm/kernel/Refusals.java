package org.foerderturm.kernel;

import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;

/** What a refused command looks like: no event, a code, and what fills its message. */
public final class Refusals {
  private Refusals() {}

  /** Whatever fills its message. */
  public static void refused(ResultValidator<?> result, String code) {
    result.expectNoEvents().expectException(Rejected.class).expectExceptionMessage(code);
  }

  public static void refused(ResultValidator<?> result, String code, Map<String, ?> args) {
    result
        .expectNoEvents()
        .expectException(
            new CustomTypeSafeMatcher<Rejected>(code + " " + args) {
              @Override
              protected boolean matchesSafely(Rejected no) {
                return no.code().equals(code) && no.args().equals(args);
              }
            });
  }
}
