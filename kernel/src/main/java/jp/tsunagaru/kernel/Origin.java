package jp.tsunagaru.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, wearing which hat, from where. Travels as message metadata and is stored with every
 * event (C-08); holds ids and codes only, never a name.
 *
 * @param accountId the acting account, or {@link #SYSTEM} for an automation, or {@link #PUBLIC}
 * @param facilityId the facility of the hat worn
 * @param roles role codes of the account
 * @param profession profession code of the hat worn
 * @param session identifies the sign-in, not the person
 * @param address network address of the client
 * @param factors authentication factors of the session, such as {@code pwd}
 */
public record Origin(
    String accountId,
    String facilityId,
    Set<String> roles,
    String profession,
    String session,
    String address,
    String factors) {
  public static final String SYSTEM = "system";
  public static final String PUBLIC = "public";

  private static final String ACCOUNT = "account";
  private static final String FACILITY = "facility";
  private static final String ROLES = "roles";
  private static final String PROFESSION = "profession";
  private static final String SESSION = "session";
  private static final String ADDRESS = "address";
  private static final String FACTORS = "factors";

  public static Origin system() {
    return new Origin(SYSTEM, "", Set.of(SYSTEM), "", "", "", "");
  }

  public static Origin visitor(String address) {
    return new Origin(PUBLIC, "", Set.of(PUBLIC), "", "", address, "");
  }

  /**
   * The metadata keys that {@link #toMetadata} writes; all of them follow a command to its events.
   */
  public static Set<String> metadataKeys() {
    return Set.of(ACCOUNT, FACILITY, ROLES, PROFESSION, SESSION, ADDRESS, FACTORS);
  }

  public boolean has(String role) {
    return roles.contains(role);
  }

  public Map<String, String> toMetadata() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(ACCOUNT, accountId);
    put(metadata, FACILITY, facilityId);
    put(metadata, ROLES, String.join(",", new TreeSet<>(roles)));
    put(metadata, PROFESSION, profession);
    put(metadata, SESSION, session);
    put(metadata, ADDRESS, address);
    put(metadata, FACTORS, factors);
    return metadata;
  }

  /** Reads what {@link #toMetadata} wrote; nothing when no account is named: no access then. */
  public static Optional<Origin> from(Map<String, ?> metadata) {
    Object account = metadata.get(ACCOUNT);
    if (account == null) {
      return Optional.empty();
    }
    String roles = text(metadata.get(ROLES));
    return Optional.of(
        new Origin(
            account.toString(),
            text(metadata.get(FACILITY)),
            roles.isEmpty() ? Set.of() : Set.of(roles.split(",")),
            text(metadata.get(PROFESSION)),
            text(metadata.get(SESSION)),
            text(metadata.get(ADDRESS)),
            text(metadata.get(FACTORS))));
  }

  private static void put(Map<String, String> metadata, String key, String value) {
    if (!value.isEmpty()) {
      metadata.put(key, value);
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
