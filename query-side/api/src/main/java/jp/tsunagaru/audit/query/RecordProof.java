package jp.tsunagaru.audit.query;

import java.time.Instant;
import java.util.List;
import jp.tsunagaru.access.Counted;
import org.jspecify.annotations.Nullable;

/**
 * @param inclusion null while no signed head covers the record
 */
public record RecordProof(@Nullable Inclusion inclusion) implements Counted {
  /**
   * @param position in the log, from 0
   * @param size of the log at the signed head
   * @param leaf hash of the record as it is stored now, in hex like the others
   * @param path from the leaf to the root (RFC 9162)
   * @param holds whether record, path, root and signature fit together
   */
  public record Inclusion(
      long position,
      long size,
      Instant signedAt,
      String leaf,
      List<String> path,
      String root,
      boolean holds) {}

  @Override
  public int results() {
    return inclusion == null ? 0 : 1;
  }
}
