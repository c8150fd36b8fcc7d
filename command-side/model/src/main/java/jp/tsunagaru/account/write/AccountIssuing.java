package jp.tsunagaru.account.write;

import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.account.event.AccountIssued;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.springframework.stereotype.Component;

/** Issues accounts, alone or together with what another aggregate decided (第8条2). */
@Component
public final class AccountIssuing {
  private final AccountLookup lookup;
  private final Credentials credentials;

  AccountIssuing(AccountLookup lookup, Credentials credentials) {
    this.lookup = lookup;
    this.credentials = credentials;
  }

  /** To be called while another aggregate handles a command; all or nothing is stored. */
  public void issueBeside(
      AccountId accountId,
      FacilityId facilityId,
      LoginId loginId,
      Secret oneTimePassword,
      Set<Role> roles,
      Profession profession,
      PersonName name)
      throws Exception {
    AccountIssued issued =
        prepared(accountId, facilityId, loginId, oneTimePassword, roles, profession, name);
    AggregateLifecycle.createNew(Account.class, () -> new Account(issued));
  }

  AccountIssued prepared(
      AccountId accountId,
      FacilityId facilityId,
      LoginId loginId,
      Secret oneTimePassword,
      Set<Role> roles,
      Profession profession,
      PersonName name) {
    if (lookup.isTaken(loginId)) {
      throw new Refused(RefusalCode.LOGIN_ID_TAKEN);
    }
    credentials.giveOneTime(accountId, oneTimePassword);
    return new AccountIssued(
        accountId,
        facilityId,
        loginId,
        Set.copyOf(roles),
        profession,
        Personal.of(Subject.of(accountId), name));
  }

  boolean takesPart(FacilityId facility) {
    return lookup.takesPart(facility);
  }
}
