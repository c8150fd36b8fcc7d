package jp.tsunagaru.demo;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.account.command.ChangePassword;
import jp.tsunagaru.account.command.PledgeTerms;
import jp.tsunagaru.account.command.SignIn;
import jp.tsunagaru.account.command.SignOut;
import jp.tsunagaru.account.command.SignedIn;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.terms.TermsInForce;
import org.jspecify.annotations.Nullable;

/** In and out, as everybody does it: with a password, and at the first time with a new one. */
final class Doors {
  private static final String FACTOR = "pwd";

  private final Sender sender;
  private final TermsInForce terms;

  Doors(Sender sender, TermsInForce terms) {
    this.sender = sender;
    this.terms = terms;
  }

  static Secret password() {
    return new Secret(DemoTexts.get("password"));
  }

  static Secret oneTime() {
    return new Secret(DemoTexts.get("one-time-password"));
  }

  Origin enter(LoginId login, String address) {
    return origin(signIn(login, password(), address), address);
  }

  void mistype(LoginId login, String address) {
    String right = password().value();
    try {
      signIn(login, new Secret(right.substring(0, right.length() - 1)), address);
    } catch (Refused refused) {
      if (refused.code() != RefusalCode.SIGN_IN_FAILED) {
        throw refused;
      }
    }
  }

  void leave(Origin origin, boolean forgotten, long seconds) {
    sender.send(
        new SignOut(new AccountId(origin.accountId()), forgotten ? "TIMEOUT" : "LOGOUT", seconds),
        origin);
  }

  /**
   * The first sign-in: one-time password, own password, pledge (第8条3, 第8条4). Somebody who did it
   * before just comes in.
   *
   * @param reissue gives a new one-time password where the first one was spent in vain
   */
  Origin enterFirst(LoginId login, String address, Runnable reissue) {
    Entry entry = first(login, address, reissue);
    Origin origin = origin(entry, address);
    AccountId account = entry.person().accountId();
    if (entry.person().mustChangePassword()) {
      sender.send(new ChangePassword(account, oneTime(), password()), origin);
    }
    if (entry.person().mustPledge()) {
      sender.send(new PledgeTerms(account, terms.agreement()), origin);
    }
    return origin;
  }

  private Entry first(LoginId login, String address, Runnable reissue) {
    try {
      return signIn(login, oneTime(), address);
    } catch (Refused refused) {
      switch (refused.code()) {
        case SIGN_IN_FAILED -> {
          return signIn(login, password(), address);
        }
        case ONE_TIME_PASSWORD_EXPIRED -> {
          reissue.run();
          return signIn(login, oneTime(), address);
        }
        default -> throw refused;
      }
    }
  }

  private record Entry(SignedIn person, String session) {}

  private Entry signIn(LoginId login, Secret password, String address) {
    String session = UUID.randomUUID().toString();
    @Nullable SignedIn person =
        sender.send(new SignIn(login.value(), password, session), Origin.visitor(address));
    return new Entry(Objects.requireNonNull(person), session);
  }

  private static Origin origin(Entry entry, String address) {
    SignedIn person = entry.person();
    Set<String> roles =
        person.roles().stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
    return new Origin(
        person.accountId().value(),
        person.facilityId().value(),
        roles,
        person.profession().name(),
        entry.session(),
        address,
        FACTOR);
  }
}
