package jp.tsunagaru.account.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.account.TermsAgreement;
import jp.tsunagaru.account.command.ChangePassword;
import jp.tsunagaru.account.command.DeactivateAccount;
import jp.tsunagaru.account.command.IssueAccount;
import jp.tsunagaru.account.command.PledgeTerms;
import jp.tsunagaru.account.command.ReissueCredential;
import jp.tsunagaru.account.event.AccountDeactivated;
import jp.tsunagaru.account.event.AccountIssued;
import jp.tsunagaru.account.event.CredentialReissued;
import jp.tsunagaru.account.event.PasswordChanged;
import jp.tsunagaru.account.event.TermsPledged;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.terms.TermsInForce;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One person at one facility in one profession (第2条(5), 第25条1). */
@Aggregate
class Account {
  @AggregateIdentifier private AccountId accountId;
  private @Nullable FacilityId facilityId;
  private @Nullable LoginId loginId;
  private Set<Role> roles = Set.of();
  private @Nullable TermsAgreement pledged;
  private boolean deactivated;

  Account() {}

  Account(AccountIssued issued) {
    apply(issued);
  }

  @CommandHandler
  Account(IssueAccount command, MetaData metadata, AccountIssuing issuing) {
    Origin actor = Origin.from(metadata).orElseThrow(() -> new Refused(RefusalCode.NOT_SIGNED_IN));
    IssuableRoles.check(actor, command.facilityId(), command.roles());
    if (!issuing.takesPart(command.facilityId())) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    apply(
        issuing.prepared(
            command.accountId(),
            command.facilityId(),
            command.loginId(),
            command.oneTimePassword(),
            command.roles(),
            command.profession(),
            command.name()));
  }

  @CommandHandler
  void handle(ReissueCredential command, Credentials credentials) {
    checkFacility(command.facilityId());
    reissue(command.oneTimePassword(), credentials);
  }

  void reissue(Secret oneTimePassword, Credentials credentials) {
    checkActive();
    credentials.giveOneTime(accountId, oneTimePassword);
    apply(new CredentialReissued(accountId));
  }

  @CommandHandler
  void handle(ChangePassword command, PasswordChange change) {
    checkActive();
    change.replace(
        accountId, Objects.requireNonNull(loginId), command.current(), command.replacement());
    apply(new PasswordChanged(accountId));
  }

  @CommandHandler
  void handle(PledgeTerms command, TermsInForce terms) {
    checkActive();
    if (!command.agreement().equals(terms.agreement())) {
      throw new Refused(RefusalCode.TERMS_OUTDATED);
    }
    if (!command.agreement().equals(pledged)) {
      apply(new TermsPledged(accountId, command.agreement()));
    }
  }

  @CommandHandler
  void handle(DeactivateAccount command, AccountLookup lookup) {
    checkFacility(command.facilityId());
    Check.that(
        command.reasonCode().matches("[A-Za-z0-9_-]{1,40}"),
        RefusalCode.FIELD_INVALID,
        "reasonCode");
    if (deactivated) {
      return;
    }
    // 第7条2: a facility is never without its administrator, nor the city without an operator.
    boolean last =
        Stream.of(Role.FACILITY_ADMIN, Role.CITY_OPERATOR)
            .filter(roles::contains)
            .anyMatch(role -> !lookup.isWornByAnother(role, command.facilityId(), accountId));
    if (last) {
      throw new Refused(RefusalCode.LAST_ADMINISTRATOR);
    }
    if (lookup.answersFor(command.facilityId(), accountId)) {
      throw new Refused(RefusalCode.RESPONSIBLE_ADMINISTRATOR);
    }
    apply(new AccountDeactivated(accountId, command.facilityId(), command.reasonCode()));
  }

  /** 第10条: with its facility, the last administrator too. */
  void leaveWithFacility() {
    if (!deactivated) {
      apply(
          new AccountDeactivated(
              accountId, Objects.requireNonNull(facilityId), "FACILITY_ABOLISHED"));
    }
  }

  /** An administrator of another facility learns nothing of this account, not even that it is. */
  private void checkFacility(FacilityId named) {
    if (!named.equals(facilityId)) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
  }

  private void checkActive() {
    if (deactivated) {
      throw new Refused(RefusalCode.ACCOUNT_INACTIVE);
    }
  }

  @EventSourcingHandler
  void on(AccountIssued event) {
    accountId = event.accountId();
    facilityId = event.facilityId();
    loginId = event.loginId();
    roles = event.roles();
  }

  @EventSourcingHandler
  void on(TermsPledged event) {
    pledged = event.agreement();
  }

  @EventSourcingHandler
  void on(AccountDeactivated event) {
    deactivated = true;
  }
}
