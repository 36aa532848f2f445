package org.foerderturm.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The day or hour at which something has happened, by the office's clock. A command that states one
 * still to come is refused ({@code time-in-future}), whoever sends it: a screen, a model, a
 * program.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Happened {}
