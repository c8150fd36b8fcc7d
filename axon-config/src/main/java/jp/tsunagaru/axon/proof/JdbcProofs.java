package jp.tsunagaru.axon.proof;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

final class JdbcProofs implements Proofs {
  private static final HexFormat HEX = HexFormat.of();

  private final JdbcClient jdbc;
  private final SigningKey key;
  private final Map<String, EventEntries> logs;
  private final String accessLog;

  /**
   * @param logs by their names
   * @param accessLog the one of them that holds the access history
   */
  JdbcProofs(JdbcClient jdbc, SigningKey key, Map<String, EventEntries> logs, String accessLog) {
    this.jdbc = jdbc;
    this.key = key;
    this.logs = Map.copyOf(logs);
    this.accessLog = accessLog;
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
        .param(logs.keySet().toArray(String[]::new))
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

  private record Place(String eventId, long position, long index) {}

  @Override
  public Optional<Inclusion> ofAccess(String eventId) {
    return inclusion(accessLog, eventId);
  }

  @Override
  public Optional<Inclusion> ofDomain(String eventId) {
    return logs.keySet().stream().flatMap(log -> inclusion(log, eventId).stream()).findFirst();
  }

  private Optional<Inclusion> inclusion(String log, String eventId) {
    Optional<Place> place = places(log, List.of(eventId)).stream().findFirst();
    Optional<Head> head = JdbcHeads.last(jdbc, log);
    if (place.isEmpty() || head.isEmpty() || head.get().size() <= place.get().position()) {
      return Optional.empty();
    }
    return entries(log).stored(List.of(place.get().index())).stream()
        .findFirst()
        .map(entry -> inclusion(place.get().position(), Hashes.leaf(entry.encoded()), head.get()));
  }

  @Override
  public Evidence evidence(Collection<String> eventIds) {
    Set<String> left = new TreeSet<>(eventIds);
    Map<String, byte[]> files = new TreeMap<>();
    files.put(ProofConfiguration.PUBLIC_KEY, key.pem().getBytes(StandardCharsets.US_ASCII));
    for (String log : logs.keySet()) {
      Optional<Head> head = JdbcHeads.last(jdbc, log);
      if (head.isPresent()) {
        files.put(
            log + "-head.jsonl", (head.get().line() + "\n").getBytes(StandardCharsets.US_ASCII));
        files.put(log + ".evidence", evidence(head.get(), places(log, eventIds), left));
      }
    }
    return new Evidence(files, List.copyOf(left));
  }

  @Override
  public List<Stretch> between(Instant from, Instant to) {
    return new TreeSet<>(logs.keySet())
        .stream()
            .map(log -> new StretchCheck(log, entries(log), jdbc, key).between(from, to))
            .toList();
  }

  @Override
  public List<String> headLines() {
    return new TreeSet<>(logs.keySet())
        .stream().flatMap(log -> JdbcHeads.last(jdbc, log).stream()).map(Head::line).toList();
  }

  private byte[] evidence(Head head, List<Place> places, Set<String> left) {
    Map<Long, Place> signed = new TreeMap<>();
    places.stream()
        .filter(place -> place.position() < head.size())
        .forEach(place -> signed.put(place.index(), place));
    MerkleTree tree = new MerkleTree(new JdbcTiles(head.log(), jdbc));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(("tsunagaru evidence 1 " + head.log() + "\n").getBytes(StandardCharsets.US_ASCII));
      out.writeLong(head.size());
      for (StoredEntry entry : entries(head.log()).stored(List.copyOf(signed.keySet()))) {
        Place place = Objects.requireNonNull(signed.get(entry.index()));
        List<byte[]> path = tree.inclusion(place.position(), head.size());
        byte[] encoded = entry.encoded();
        out.writeLong(place.position());
        out.writeInt(path.size());
        for (byte[] hash : path) {
          out.write(hash);
        }
        out.writeInt(encoded.length);
        out.write(encoded);
        left.remove(place.eventId());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private EventEntries entries(String log) {
    return Objects.requireNonNull(logs.get(log), log);
  }

  private List<Place> places(String log, Collection<String> eventIds) {
    return jdbc.sql(
            entries(log).foundById()
                ? """
                select event_id, position, event_index from proof.entry
                where event_id = any (?) and log = ?\
                """
                : "select e.event_identifier, n.position, n.event_index from store."
                    + log
                    + "_event_entry e join proof.entry n on n.event_index = e.global_index"
                    + " where e.event_identifier = any (?) and n.log = ?")
        .params(eventIds.toArray(String[]::new), log)
        .query((row, number) -> new Place(row.getString(1), row.getLong(2), row.getLong(3)))
        .list();
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
