package org.foerderturm.kernel;

/**
 * A wish to change something, named in the imperative. A record; its stable name is its simple
 * class name, unique in the product. Carries {@link AllowedTo}; one without it can't be sent.
 */
public interface Command {}
