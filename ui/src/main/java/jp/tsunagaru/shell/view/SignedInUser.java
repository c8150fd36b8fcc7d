package jp.tsunagaru.shell.view;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.command.SignedIn;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is signed in here, wearing which hat. What he may do is decided elsewhere, on every message.
 */
public final class SignedInUser implements Serializable {
  private static final String PASSWORD = "pwd";

  private final String accountId;
  private final String facilityId;
  private final Set<Role> roles;
  private final Profession profession;
  private final String displayName;
  private final String facilityName;
  private final String session;
  private final String address;
  private final Instant since;
  private final AtomicReference<String> endsBecause = new AtomicReference<>("TIMEOUT");
  private volatile boolean mustChangePassword;
  private volatile boolean mustPledge;

  SignedInUser(SignedIn known, String session, String address, Instant since) {
    this.accountId = known.accountId().value();
    this.facilityId = known.facilityId().value();
    this.roles = Set.copyOf(known.roles());
    this.profession = known.profession();
    this.displayName = known.displayName();
    this.facilityName = known.facilityName();
    this.mustChangePassword = known.mustChangePassword();
    this.mustPledge = known.mustPledge();
    this.session = session;
    this.address = address;
    this.since = since;
  }

  /** The user of the present request or Vaadin session; nothing for a visitor or an automation. */
  public static Optional<SignedInUser> current() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedInUser user
        ? Optional.of(user)
        : Optional.empty();
  }

  /** For views, which nobody reaches without signing in. */
  public static SignedInUser require() {
    return current().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
  }

  public AccountId accountId() {
    return new AccountId(accountId);
  }

  public FacilityId facilityId() {
    return new FacilityId(facilityId);
  }

  public Set<Role> roles() {
    return roles;
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  public Profession profession() {
    return profession;
  }

  public String displayName() {
    return displayName;
  }

  public String facilityName() {
    return facilityName;
  }

  public Instant since() {
    return since;
  }

  public boolean mustChangePassword() {
    return mustChangePassword;
  }

  public boolean mustPledge() {
    return mustPledge;
  }

  /** Whether first sign-in is complete (第8条3). */
  public boolean ready() {
    return !mustChangePassword && !mustPledge;
  }

  public Origin origin() {
    return new Origin(
        accountId,
        facilityId,
        roles.stream().map(Role::name).collect(Collectors.toUnmodifiableSet()),
        profession.name(),
        session,
        address,
        PASSWORD);
  }

  void passwordChanged() {
    mustChangePassword = false;
  }

  void pledged() {
    mustPledge = false;
  }

  /** Remembers why the session is about to end; without it an end is a time-out. */
  void endsBecause(String reason) {
    endsBecause.set(reason);
  }

  String endReason() {
    return java.util.Objects.requireNonNullElse(endsBecause.get(), "TIMEOUT");
  }

  /** Shown by Spring in logs: the id only. */
  @Override
  public String toString() {
    return accountId;
  }
}
