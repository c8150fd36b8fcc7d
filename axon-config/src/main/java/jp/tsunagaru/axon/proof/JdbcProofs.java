package jp.tsunagaru.axon.proof;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

final class JdbcProofs implements Proofs {
  private static final HexFormat HEX = HexFormat.of();

  private final JdbcClient jdbc;
  private final SigningKey key;
  private final List<String> logs;
  private final String accessLog;
  private final EventEntries accesses;

  /**
   * @param accessLog the one of them that holds the access history
   */
  JdbcProofs(
      JdbcClient jdbc, SigningKey key, List<String> logs, String accessLog, EventEntries accesses) {
    this.jdbc = jdbc;
    this.key = key;
    this.logs = logs;
    this.accessLog = accessLog;
    this.accesses = accesses;
  }

  @Override
  public List<LogState> states() {
    return jdbc.sql(
            """
            select l.name, l.alarm, h.size, h.signed_at from proof.log l
            left join lateral (select size, signed_at from proof.head
              where log = l.name order by size desc limit 1) h on true
            where l.name = any (?) order by l.name\
            """)
        .param(logs.toArray(String[]::new))
        .query((row, number) -> {
          String alarm = row.getString("alarm");
          String signedAt = row.getString("signed_at");
          return new LogState(
              row.getString("name"),
              row.getLong("size"),
              signedAt == null ? null : Instant.parse(signedAt),
              alarm == null ? "" : alarm);
        })
        .list();
  }

  private record Place(long position, long index) {}

  @Override
  public Optional<Inclusion> ofAccess(String eventId) {
    Optional<Place> place =
        jdbc.sql(
                accesses.foundById()
                    ? "select position, event_index from proof.entry where event_id = ? and log = ?"
                    : """
                    select n.position, n.event_index from store.access_event_entry e
                    join proof.entry n on n.event_index = e.global_index
                    where e.event_identifier = ? and n.log = ?\
                    """)
            .params(eventId, accessLog)
            .query((row, number) -> new Place(row.getLong(1), row.getLong(2)))
            .optional();
    Optional<Head> head = JdbcHeads.last(jdbc, accessLog);
    if (place.isEmpty() || head.isEmpty() || head.get().size() <= place.get().position()) {
      return Optional.empty();
    }
    return accesses.stored(List.of(place.get().index())).stream()
        .findFirst()
        .map(entry -> inclusion(place.get().position(), Hashes.leaf(entry.encoded()), head.get()));
  }

  private Inclusion inclusion(long position, byte[] leaf, Head head) {
    List<byte[]> path =
        new MerkleTree(new JdbcTiles(head.log(), jdbc)).inclusion(position, head.size());
    return new Inclusion(
        position,
        head.size(),
        head.at(),
        HEX.formatHex(leaf),
        path.stream().map(HEX::formatHex).toList(),
        HEX.formatHex(head.root()),
        key.signed(head) && MerkleTree.includes(head.root(), head.size(), leaf, position, path));
  }
}
