package jp.tsunagaru.axon.proof;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

final class JdbcTiles implements Tiles {
  private final String log;
  private final JdbcClient jdbc;

  JdbcTiles(String log, JdbcClient jdbc) {
    this.log = log;
    this.jdbc = jdbc;
  }

  @Override
  public List<byte[]> hashes(int level, long first, int count) {
    List<byte[]> hashes =
        level == 0
            ? jdbc.sql(
                    """
                    select leaf from proof.entry
                    where log = ? and position >= ? and position < ? order by position\
                    """)
                .params(log, first, first + count)
                .query((row, number) -> row.getBytes(1))
                .list()
            : jdbc.sql(
                    """
                    select hash from proof.node
                    where log = ? and level = ? and place >= ? and place < ? order by place\
                    """)
                .params(log, level, first, first + count)
                .query((row, number) -> row.getBytes(1))
                .list();
    if (hashes.size() != count) {
      throw new IncompleteLogException(log);
    }
    return hashes;
  }
}
