package jp.tsunagaru.axon.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events of a table of the event store. A trigger notes each of them in {@code proof.pending}. */
final class PostgresEntries implements EventEntries {
  private final String log;
  private final String table;
  private final JdbcClient jdbc;

  PostgresEntries(String log, JdbcClient jdbc) {
    this.log = log;
    this.table = "store." + log + "_event_entry";
    this.jdbc = jdbc;
  }

  /** Behind a backlog the list of what waits is many empty pages: by its index they are skipped. */
  @Override
  public List<StoredEntry> next(int limit) {
    jdbc.sql("set local enable_seqscan = off").update();
    jdbc.sql("set local max_parallel_workers_per_gather = 0").update();
    return jdbc.sql(
            "select e.* from proof.pending p join "
                + table
                + " e on e.global_index = p.event_index"
                + " where p.log = ? and not exists (select 1 from proof.entry n"
                + " where n.log = p.log and n.event_index = p.event_index)"
                + " order by p.event_index limit ?")
        .param(log)
        .param(limit)
        .query((row, number) -> entry(log, row))
        .list();
  }

  @Override
  public void taken(List<StoredEntry> entries) {
    jdbc.sql("delete from proof.pending where log = ? and event_index = any (?)")
        .param(log)
        .param(entries.stream().map(StoredEntry::index).toArray(Long[]::new))
        .update();
  }

  @Override
  public List<StoredEntry> stored(List<Long> indexes) {
    return jdbc.sql(
            "select * from " + table + " where global_index = any (?) order by global_index")
        .param(indexes.toArray(Long[]::new))
        .query((row, number) -> entry(log, row))
        .list();
  }

  @Override
  public OptionalLong vanished() {
    return jdbc.sql(
            "select p.event_index from proof.pending p where p.log = ? and (not exists (select 1"
                + " from "
                + table
                + " e where e.global_index = p.event_index) or exists (select 1 from proof.entry n"
                + " where n.log = p.log and n.event_index = p.event_index)) limit 1")
        .param(log)
        .query((row, number) -> OptionalLong.of(row.getLong(1)))
        .optional()
        .orElse(OptionalLong.empty());
  }

  @Override
  public Overlooked overlooked(long after, int range) {
    return jdbc.sql(
            "with looked as (select global_index from "
                + table
                + " where global_index > :after order by global_index limit :range) select (select"
                + " max(global_index) from looked), (select min(global_index) from looked where not"
                + " exists (select 1 from proof.entry n where n.log = :log and n.event_index ="
                + " global_index) and not exists (select 1 from proof.pending p where p.log = :log"
                + " and p.event_index = global_index))")
        .param("after", after)
        .param("range", range)
        .param("log", log)
        .query((row, number) -> {
          long last = row.getLong(1);
          long index = row.getLong(2);
          return new Overlooked(
              row.wasNull() ? OptionalLong.empty() : OptionalLong.of(index), last);
        })
        .single();
  }

  static StoredEntry entry(String log, ResultSet row) throws SQLException {
    return new StoredEntry(
        log,
        row.getLong("global_index"),
        row.getString("event_identifier"),
        row.getString("type"),
        row.getString("aggregate_identifier"),
        row.getLong("sequence_number"),
        row.getString("time_stamp"),
        row.getString("payload_type"),
        row.getString("payload_revision"),
        row.getBytes("payload"),
        row.getBytes("meta_data"));
  }
}
