package org.foerderturm.kernel;

/**
 * A question to the read side. Carries {@link AllowedTo}; one without it is not answered.
 *
 * @param <R> the answer
 */
public interface Query<R> {}
