package jp.tsunagaru.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose key seals a piece of personal data: a patient, a document of a patient, a user, a facility.
 * Destroying the key of a parent makes the data of its children unreadable too.
 *
 * @param id the id of the owner of the key
 * @param parent the id of the owner of the key that wraps this one, if it is not a root
 */
public record Subject(String id, @Nullable String parent) {
  public static Subject of(Id id) {
    return new Subject(id.value(), null);
  }

  public static Subject of(Id id, Id parent) {
    return new Subject(id.value(), parent.value());
  }

  public Optional<String> parentId() {
    return Optional.ofNullable(parent);
  }
}
