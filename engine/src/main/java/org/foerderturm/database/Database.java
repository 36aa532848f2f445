package org.foerderturm.database;

/** A PostgreSQL that answers, and the way in. */
public interface Database extends AutoCloseable {
  /** JDBC address. */
  String url();

  String user();

  String password();

  @Override
  void close();
}
