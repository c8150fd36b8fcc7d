package jp.tsunagaru.axon.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The heads in their table. */
final class JdbcHeads {
  private JdbcHeads() {}

  static Optional<Head> with(JdbcClient jdbc, String log, long size) {
    return jdbc.sql("select * from proof.head where log = ? and size = ?")
        .params(log, size)
        .query((row, number) -> head(row))
        .optional();
  }

  static List<Head> after(JdbcClient jdbc, String log, long size) {
    return jdbc.sql("select * from proof.head where log = ? and size > ? order by size")
        .params(log, size)
        .query((row, number) -> head(row))
        .list();
  }

  static Optional<Head> last(JdbcClient jdbc, String log) {
    return jdbc.sql("select * from proof.head where log = ? order by size desc limit 1")
        .param(log)
        .query((row, number) -> head(row))
        .optional();
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(
        row.getString("log"),
        row.getLong("size"),
        row.getBytes("root"),
        row.getBytes("chain"),
        row.getString("signed_at"),
        row.getBytes("previous"),
        row.getBytes("signature"));
  }
}
