package jp.tsunagaru.audit.event;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Why an access was allowed: the consent and the membership that carried it (第15条, 第16条). What
 * somebody writes carries it as metadata of its events: ids and a code, never a name.
 *
 * @param grantId the membership; empty while a patient without consent is seen by the registrar
 *     alone, in an emergency and on a lawful ground
 * @param groupId the group through which the membership came, or empty
 * @param right the right used; {@code AT_DESK} where an office printed on request
 * @param breakGlassId the opening that carried it, or empty: in an emergency (TM-10), or of a
 *     withdrawn record on a lawful ground (§8.3 Q3)
 */
public record AccessGround(
    String consentId, String grantId, String groupId, String right, String breakGlassId) {
  /** Under which key it travels. */
  public static final String KEY = "ground";

  private static final String SEPARATOR = "/";

  /** No access to the record: the person asked an office for something about it (M6). */
  public static final AccessGround AT_DESK = new AccessGround("", "", "", "AT_DESK");

  public AccessGround {
    // Events from before there were openings do not have it.
    breakGlassId = Objects.requireNonNullElse(breakGlassId, "");
  }

  public AccessGround(String consentId, String grantId, String groupId, String right) {
    this(consentId, grantId, groupId, right, "");
  }

  public boolean atDesk() {
    return right.equals(AT_DESK.right);
  }

  public Map<String, String> toMetadata() {
    return Map.of(KEY, String.join(SEPARATOR, right, consentId, grantId, groupId, breakGlassId));
  }

  /** Nothing for what was done without a look at a record, or before grounds were kept with it. */
  public static Optional<AccessGround> from(Map<String, ?> metadata) {
    Object text = metadata.get(KEY);
    if (text == null) {
      return Optional.empty();
    }
    List<String> parts = List.of(text.toString().split(SEPARATOR, -1));
    return parts.size() == 5
        ? Optional.of(
            new AccessGround(parts.get(1), parts.get(2), parts.get(3), parts.get(0), parts.get(4)))
        : Optional.empty();
  }
}
