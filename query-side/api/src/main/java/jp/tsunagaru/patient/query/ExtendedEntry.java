package jp.tsunagaru.patient.query;

import java.time.Instant;
import java.util.List;
import jp.tsunagaru.japanese.Profession;
import org.jspecify.annotations.Nullable;

/**
 * One value of one field of 拡張情報.
 *
 * @param values none when the field was emptied
 * @param author name of the account now
 */
public record ExtendedEntry(
    List<String> values,
    String schemaVersion,
    Instant recordedAt,
    String author,
    String facility,
    @Nullable Profession profession) {
  public ExtendedEntry {
    values = List.copyOf(values);
  }
}
