package org.foerderturm.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may send a command or ask a query. Nothing is allowed without it; a test fails on any command
 * or query that has none.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AllowedTo {
  /** Any one of these roles suffices. */
  Role[] value() default {};

  /** Everyone who is signed in; the handler may narrow it (a task: its candidates only). */
  boolean everyone() default false;

  /** A service task of a deployed model may send it, whoever moved the case. */
  boolean models() default false;
}
