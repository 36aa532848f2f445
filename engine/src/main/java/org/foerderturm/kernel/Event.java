package org.foerderturm.kernel;

/**
 * A fact, named in the past tense. A record; its stable name in the log is its simple class name,
 * unique in the product and never changed once released. Actor, time and correlation are metadata.
 */
public interface Event {}
