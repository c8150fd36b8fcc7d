package jp.tsunagaru.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Goes once through an export and the heads that were signed over it, and stops at the first thing
 * that is wrong. Only the entries at hand stay in memory, and the roots of all heads.
 */
final class Verifier implements AutoCloseable {
  private static final byte[] NOTHING_BEFORE = new byte[Hashes.SIZE];

  private final Leaves export;
  private final Heads heads;
  private final PublicKey key;
  private final Hashes hashes = new Hashes();

  /** Roots by size, of heads that somebody kept elsewhere. */
  private final TreeMap<Long, byte[]> witnessed = new TreeMap<>();

  private final Map<Long, byte[]> signed = new HashMap<>();
  private final MerkleTree tree = new MerkleTree();
  private final byte[] chain = new byte[Hashes.SIZE];
  private final byte[] leaf = new byte[Hashes.SIZE];
  private long size;
  private long agreed;
  private Optional<Head> last = Optional.empty();

  Verifier(Path export, Path heads, PublicKey key) throws IOException {
    this.key = key;
    this.export = new Leaves(export);
    this.heads = new Heads(heads);
  }

  /** Adds heads that were kept elsewhere; a copy without leaf hashes will do. */
  Optional<Finding> witness(Path file) throws IOException {
    try (Heads elsewhere = new Heads(file)) {
      for (Optional<Head> next = elsewhere.next(); next.isPresent(); next = elsewhere.next()) {
        Head head = next.get();
        if (head.log().equals(export.log())) {
          if (!head.signedWith(key)) {
            return Optional.of(Finding.head(Finding.Kind.SIGNATURE, head.size()));
          }
          byte[] known = witnessed.putIfAbsent(head.size(), head.root());
          if (known != null && !Arrays.equals(known, head.root())) {
            return Optional.of(Finding.head(Finding.Kind.FORKED, head.size()));
          }
        }
      }
    }
    return Optional.empty();
  }

  Report verify() throws IOException {
    Optional<Finding> finding = Optional.empty();
    Optional<Head> head = heads.next();
    while (finding.isEmpty() && head.isPresent()) {
      if (!head.get().log().equals(export.log())) {
        throw new UnreadableException("error.otherLog");
      }
      finding = check(head.get());
      if (finding.isEmpty()) {
        head = heads.next();
      }
    }
    return new Report(
        export.log(), size, last.map(Head::time).orElse(""), finding.isPresent() ? finding : end());
  }

  private Optional<Finding> check(Head head) throws IOException {
    Optional<Finding.Kind> wrong = wrong(head);
    if (wrong.isPresent()) {
      return Optional.of(Finding.head(wrong.get(), head.size()));
    }
    Optional<Finding> finding = entries(head);
    if (finding.isEmpty()) {
      size = head.size();
      signed.put(size, head.root());
      last = Optional.of(head.withoutLeaves());
    }
    return finding;
  }

  private Optional<Finding.Kind> wrong(Head head) {
    if (!head.signedWith(key)) {
      return Optional.of(Finding.Kind.SIGNATURE);
    }
    byte[] other = signed.get(head.size());
    if (other != null && !Arrays.equals(other, head.root())) {
      return Optional.of(Finding.Kind.FORKED);
    }
    if (head.size() <= size) {
      return Optional.of(Finding.Kind.HEAD_ORDER);
    }
    if (!Arrays.equals(head.previous(), last.map(Head::fingerprint).orElse(NOTHING_BEFORE))) {
      return Optional.of(Finding.Kind.HEAD_MISSING);
    }
    if (head.at().isBefore(last.map(Head::at).orElse(Instant.MIN))) {
      return Optional.of(Finding.Kind.CLOCK_BACK);
    }
    return Optional.empty();
  }

  private Optional<Finding> entries(Head head) throws IOException {
    byte[] leaves = head.leaves();
    boolean named = leaves.length > 0;
    if (named && leaves.length != (head.size() - size) * Hashes.SIZE) {
      return Optional.of(Finding.head(Finding.Kind.LEAVES_DAMAGED, head.size()));
    }
    MerkleTree before = tree.copy();
    int at = 0;
    for (long position = size; position < head.size(); position++) {
      try {
        if (!export.next(leaf)) {
          return Optional.of(
              new Finding(Finding.Kind.TRUNCATED, position, head.size() - 1, Envelope.NONE));
        }
      } catch (UnreadableException length) {
        return Optional.of(new Finding(Finding.Kind.ALTERED, position, -1, Envelope.NONE));
      }
      if (named && !Arrays.equals(leaf, 0, Hashes.SIZE, leaves, at, at + Hashes.SIZE)) {
        return Optional.of(
            vouched(before, head)
                ? classified(leaves, at, position)
                : Finding.head(Finding.Kind.LEAVES_DAMAGED, head.size()));
      }
      at += Hashes.SIZE;
      tree.append(leaf, 0);
      hashes.link(chain, leaf, 0);
      byte[] witness = witnessed.isEmpty() ? null : witnessed.get(position + 1);
      if (witness != null) {
        if (!Arrays.equals(witness, tree.root())) {
          return Optional.of(new Finding(Finding.Kind.FORKED, position + 1, agreed, Envelope.NONE));
        }
        agreed = position + 1;
      }
    }
    if (!Arrays.equals(tree.root(), head.root())) {
      return Optional.of(
          new Finding(Finding.Kind.ALTERED_BETWEEN, size, head.size() - 1, Envelope.NONE));
    }
    return Arrays.equals(chain, head.chain())
        ? Optional.empty()
        : Optional.of(Finding.head(Finding.Kind.HEAD_WRONG, head.size()));
  }

  /** Whether the leaf hashes are those that were signed. */
  private static boolean vouched(MerkleTree before, Head head) {
    byte[] leaves = head.leaves();
    for (int at = 0; at < leaves.length; at += Hashes.SIZE) {
      before.append(leaves, at);
    }
    return Arrays.equals(before.root(), head.root());
  }

  /**
   * What happened where an entry is not the one that was signed: it depends on whether the signed
   * one comes later, and whether the one that stands here belongs to a later place.
   */
  private Finding classified(byte[] leaves, int at, long position) throws IOException {
    Envelope envelope = export.envelope(position);
    byte[] here = leaf.clone();
    long belongs = placeOf(here, leaves, at + Hashes.SIZE, position + 1);
    long stands = -1;
    while (stands < 0 && readAnyhow()) {
      if (Arrays.equals(leaf, 0, Hashes.SIZE, leaves, at, at + Hashes.SIZE)) {
        stands = export.count() - 1;
      }
    }
    Finding.Kind kind;
    if (belongs >= 0) {
      kind = stands >= 0 ? Finding.Kind.REORDERED : Finding.Kind.DELETED;
    } else {
      kind = stands >= 0 ? Finding.Kind.INSERTED : Finding.Kind.ALTERED;
    }
    return new Finding(kind, position, belongs >= 0 ? belongs : stands, envelope);
  }

  private boolean readAnyhow() throws IOException {
    try {
      return export.next(leaf);
    } catch (UnreadableException brokenOff) {
      return false;
    }
  }

  private long placeOf(byte[] wanted, byte[] leaves, int from, long position) throws IOException {
    long place = position;
    byte[] block = leaves;
    int at = from;
    while (true) {
      for (; at < block.length; at += Hashes.SIZE) {
        if (Arrays.equals(wanted, 0, Hashes.SIZE, block, at, at + Hashes.SIZE)) {
          return place;
        }
        place++;
      }
      Optional<Head> next = heads.next();
      if (next.isEmpty()) {
        return -1;
      }
      block = next.get().leaves();
      at = 0;
    }
  }

  private Optional<Finding> end() throws IOException {
    try {
      if (export.next(leaf)) {
        return Optional.of(new Finding(Finding.Kind.INSERTED, size, -1, export.envelope(size)));
      }
    } catch (UnreadableException rubbish) {
      return Optional.of(new Finding(Finding.Kind.INSERTED, size, -1, Envelope.NONE));
    }
    return witnessed.isEmpty() || witnessed.lastKey() <= size
        ? Optional.empty()
        : Optional.of(
            new Finding(Finding.Kind.TRUNCATED, size, witnessed.lastKey() - 1, Envelope.NONE));
  }

  @Override
  public void close() throws IOException {
    export.close();
    heads.close();
  }
}
