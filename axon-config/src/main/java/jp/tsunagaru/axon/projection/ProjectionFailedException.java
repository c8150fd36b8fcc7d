package jp.tsunagaru.axon.projection;

import java.sql.SQLException;

/**
 * A read model could not be written; the processor tries again. The text names the SQL state only:
 * the database's own text may repeat a value.
 */
final class ProjectionFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProjectionFailedException(SQLException cause) {
    super("SQL state " + cause.getSQLState(), cause);
  }
}
