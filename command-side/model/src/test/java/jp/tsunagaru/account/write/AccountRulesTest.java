package jp.tsunagaru.account.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.account.TermsAgreement;
import jp.tsunagaru.account.command.ChangePassword;
import jp.tsunagaru.account.command.DeactivateAccount;
import jp.tsunagaru.account.command.IssueAccount;
import jp.tsunagaru.account.command.PledgeTerms;
import jp.tsunagaru.account.command.ReissueCredential;
import jp.tsunagaru.account.write.RunningAccounts.Person;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountRulesTest {
  private final RunningAccounts running = RunningAccounts.get();
  private FacilityId facility = FacilityId.CITY;

  @BeforeEach
  void facilityThatTakesPart() {
    facility = running.facility("若葉クリニック");
  }

  @Test
  void the_first_start_registers_the_city_and_says_the_password_of_its_administrator_once() {
    assertThat(running.announcement())
        .containsOnlyOnce("city-admin")
        .containsOnlyOnce(RunningAccounts.FIRST_PASSWORD)
        .contains("72");
    assertThat(
            running
                .jdbc()
                .sql(
                    "select array_to_string(roles, ',') from guard.account where login_id = 'city-admin'")
                .query(String.class)
                .single())
        .isEqualTo("CITY_AUDITOR,CITY_OPERATOR");
    assertThat(running.bean(AccountLookup.class).takesPart(FacilityId.CITY)).isTrue();
  }

  @Test
  void a_second_start_changes_nothing() {
    running.issued(facility, Role.CARE_USER);
    int before = accounts();
    running.bean(FirstStart.class).prepare();
    assertThat(accounts()).isEqualTo(before);
  }

  @Test
  void an_administrator_issues_accounts_of_care_in_the_own_facility() {
    Origin admin = administrator();
    Person person = running.issued(facility, admin, Role.CARE_USER, Role.FACILITY_ADMIN);
    assertThat(state(person)).isEqualTo("ISSUED");
  }

  @Test
  void an_administrator_gives_no_hat_of_the_city() {
    Origin admin = administrator();
    for (Role role : Set.of(Role.CITY_OPERATOR, Role.CITY_AUDITOR, Role.COUNCIL, Role.SYSTEM)) {
      assertThat(refusal(() -> running.issued(facility, admin, Role.CARE_USER, role)))
          .isEqualTo(RefusalCode.FIELD_INVALID);
    }
  }

  @Test
  void an_administrator_issues_nothing_elsewhere() {
    Origin admin = administrator();
    FacilityId other = running.facility("緑町薬局");
    assertThat(refusal(() -> running.issued(other, admin, Role.CARE_USER)))
        .isEqualTo(RefusalCode.NOT_FOUND);
    assertThat(refusal(() -> running.issued(FacilityId.CITY, admin, Role.CITY_OPERATOR)))
        .isEqualTo(RefusalCode.NOT_FOUND);
  }

  @Test
  void the_city_gives_hats_of_the_office_in_its_own_office_only_and_no_care_there() {
    assertThat(state(running.issued(FacilityId.CITY, Role.COUNCIL))).isEqualTo("ISSUED");
    assertThat(state(running.issued(FacilityId.CITY, Role.CONTRACTOR_OPS))).isEqualTo("ISSUED");
    assertThat(refusal(() -> running.issued(facility, Role.CITY_AUDITOR)))
        .isEqualTo(RefusalCode.FIELD_INVALID);
    assertThat(refusal(() -> running.issued(FacilityId.CITY, Role.CARE_USER)))
        .isEqualTo(RefusalCode.FIELD_INVALID);
    assertThat(refusal(() -> running.issued(facility))).isEqualTo(RefusalCode.FIELD_REQUIRED);
    assertThat(refusal(() -> running.issued(FacilityId.next(), Role.CARE_USER)))
        .isEqualTo(RefusalCode.NOT_FOUND);
  }

  @Test
  void a_login_id_is_never_given_twice_even_after_its_account_ended() {
    Person gone = running.issued(facility, Role.CARE_USER);
    running.send(new DeactivateAccount(gone.account(), facility, "LEFT"), running.cityOperator());

    assertThat(refusal(() -> running.send(issue(gone.login()), running.cityOperator())))
        .isEqualTo(RefusalCode.LOGIN_ID_TAKEN);
  }

  @Test
  void of_two_who_take_one_login_id_at_the_same_moment_one_gets_it() throws Exception {
    LoginId login = running.unusedLogin();
    List<IssueAccount> both = List.of(issue(login), issue(login));
    Origin city = running.cityOperator();
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      Future<Boolean> first = two.submit(() -> taken(both.getFirst(), city));
      Future<Boolean> second = two.submit(() -> taken(both.getLast(), city));
      assertThat(first.get() ^ second.get()).isTrue();
    }
    assertThat(both).filteredOn(this::hasCredential).hasSize(1);
  }

  private boolean hasCredential(IssueAccount issue) {
    return running
        .jdbc()
        .sql("select exists (select from guard.credential where account_id = ?)")
        .param(issue.accountId().value())
        .query(Boolean.class)
        .single();
  }

  @Test
  void the_last_administrator_stays_until_there_is_another() {
    Person admin = running.atWork(facility, Role.FACILITY_ADMIN);
    assertThat(refusal(() -> deactivate(admin))).isEqualTo(RefusalCode.LAST_ADMINISTRATOR);
    Person deputy = running.issued(facility, Role.FACILITY_ADMIN);

    deactivate(admin);

    assertThat(state(admin)).isEqualTo("DEACTIVATED");
    assertThat(refusal(() -> deactivate(deputy))).isEqualTo(RefusalCode.LAST_ADMINISTRATOR);
  }

  @Test
  void two_administrators_cannot_send_each_other_away_at_the_same_moment() throws Exception {
    Person one = running.atWork(facility, Role.FACILITY_ADMIN);
    Person two = running.atWork(facility, Role.FACILITY_ADMIN);
    Origin city = running.cityOperator();
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Future<Boolean> first = both.submit(() -> sentAway(one, city));
      Future<Boolean> second = both.submit(() -> sentAway(two, city));
      assertThat(first.get() ^ second.get()).isTrue();
    }
  }

  @Test
  void an_administrator_has_no_power_over_accounts_of_other_facilities() {
    Origin admin = administrator();
    Person stranger = running.issued(running.facility("緑町薬局"), Role.CARE_USER);
    assertThat(
            refusal(() ->
                running.send(new DeactivateAccount(stranger.account(), facility, "LEFT"), admin)))
        .isEqualTo(RefusalCode.NOT_FOUND);
    assertThat(
            refusal(() ->
                running.send(
                    new ReissueCredential(
                        stranger.account(), facility, new Secret("new-one-time-secret")),
                    admin)))
        .isEqualTo(RefusalCode.NOT_FOUND);
    assertThat(state(stranger)).isEqualTo("ISSUED");
  }

  @Test
  void a_deactivated_account_gets_no_new_credential() {
    Person gone = running.issued(facility, Role.CARE_USER);
    deactivate(gone);
    assertThat(
            refusal(() ->
                running.send(
                    new ReissueCredential(
                        gone.account(), facility, new Secret("new-one-time-secret")),
                    running.cityOperator())))
        .isEqualTo(RefusalCode.ACCOUNT_INACTIVE);
  }

  @Test
  void an_account_works_after_the_own_password_and_the_pledge() {
    assertThat(state(running.atWork(facility, Role.CARE_USER))).isEqualTo("ACTIVE");
  }

  @Test
  void a_pledge_names_the_documents_in_force() {
    Person person = running.issued(facility, Role.CARE_USER);
    Origin origin = running.origin(person, Ids.next("ses"));
    TermsAgreement old = new TermsAgreement("0.9", "00", "0.9", "00");
    assertThat(refusal(() -> running.send(new PledgeTerms(person.account(), old), origin)))
        .isEqualTo(RefusalCode.TERMS_OUTDATED);
  }

  @Test
  void a_password_is_changed_by_who_knows_it_for_one_that_is_strong_and_new() {
    Person person = running.atWork(facility, Role.CARE_USER);
    Origin origin = running.origin(person, Ids.next("ses"));

    assertThat(refusal(() -> change(person, "wrong", "Hoshi+Sora=418-x", origin)))
        .isEqualTo(RefusalCode.PASSWORD_WRONG);
    Refused weak = refused(() -> change(person, person.password(), "Nagisa+Aoyama=418", origin));
    assertThat(weak.code()).isEqualTo(RefusalCode.PASSWORD_TOO_WEAK);
    assertThat(weak.parameters()).containsEntry("rule", "NAME");
    assertThat(refusal(() -> change(person, person.password(), person.password(), origin)))
        .isEqualTo(RefusalCode.PASSWORD_REUSED);
  }

  @Test
  void the_last_five_passwords_are_not_used_again_and_the_sixth_may_be() {
    Person person = running.atWork(facility, Role.CARE_USER);
    Origin origin = running.origin(person, Ids.next("ses"));
    String current = person.password();
    for (int n = 1; n <= 4; n++) {
      String next = "Hoshi+Sora=41" + n + "-x";
      change(person, current, next, origin);
      current = next;
    }
    String fifth = current;
    assertThat(refusal(() -> change(person, fifth, person.password(), origin)))
        .isEqualTo(RefusalCode.PASSWORD_REUSED);
    change(person, fifth, "Hoshi+Sora=419-x", origin);

    change(person, "Hoshi+Sora=419-x", person.password(), origin);

    assertThat(running.signIn(person, Ids.next("ses")).accountId()).isEqualTo(person.account());
  }

  @Test
  void the_old_password_cannot_be_tried_out_at_an_unattended_screen() {
    Person person = running.atWork(facility, Role.CARE_USER);
    Origin origin = running.origin(person, Ids.next("ses"));
    for (int n = 0; n < 5; n++) {
      assertThat(refusal(() -> change(person, "wrong", "Hoshi+Sora=418-x", origin)))
          .isEqualTo(RefusalCode.PASSWORD_WRONG);
    }
    assertThat(refusal(() -> change(person, person.password(), "Hoshi+Sora=418-x", origin)))
        .isEqualTo(RefusalCode.SIGN_IN_THROTTLED);
  }

  @Test
  void no_event_holds_a_password_or_a_name() {
    Person person = running.atWork(facility, Role.CARE_USER);
    String stored =
        running
            .jdbc()
            .sql(
                """
                select string_agg(convert_from(payload, 'UTF8'), ' ') from store.domain_event_entry
                where aggregate_identifier = ?\
                """)
            .param(person.account().value())
            .query(String.class)
            .single();
    assertThat(stored)
        .contains(person.account().value())
        .doesNotContain(person.password(), "argon2", "青山", "なぎさ");
  }

  private Origin administrator() {
    return running.origin(running.atWork(facility, Role.FACILITY_ADMIN), Ids.next("ses"));
  }

  private IssueAccount issue(LoginId login) {
    return new IssueAccount(
        AccountId.next(),
        facility,
        login,
        new Secret("one-time-secret"),
        Set.of(Role.CARE_USER),
        Profession.NURSE,
        new PersonName("青山", "渚", "", ""));
  }

  private boolean taken(IssueAccount issue, Origin by) {
    try {
      running.send(issue, by);
      return true;
    } catch (Refused refused) {
      assertThat(refused.code()).isEqualTo(RefusalCode.LOGIN_ID_TAKEN);
      return false;
    }
  }

  private boolean sentAway(Person person, Origin by) {
    try {
      running.send(new DeactivateAccount(person.account(), facility, "LEFT"), by);
      return true;
    } catch (Refused refused) {
      assertThat(refused.code()).isEqualTo(RefusalCode.LAST_ADMINISTRATOR);
      return false;
    }
  }

  private void deactivate(Person person) {
    running.send(
        new DeactivateAccount(person.account(), person.facility(), "LEFT"), running.cityOperator());
  }

  private void change(Person person, String current, String replacement, Origin origin) {
    running.send(
        new ChangePassword(person.account(), new Secret(current), new Secret(replacement)), origin);
  }

  private String state(Person person) {
    return running
        .jdbc()
        .sql("select state from guard.account where account_id = ?")
        .param(person.account().value())
        .query(String.class)
        .single();
  }

  private int accounts() {
    return running.jdbc().sql("select count(*) from guard.account").query(Integer.class).single();
  }

  private static RefusalCode refusal(Runnable work) {
    return refused(work).code();
  }

  private static Refused refused(Runnable work) {
    Refused refused = catchThrowableOfType(Refused.class, work::run);
    assertThat(refused).as("a refusal").isNotNull();
    return refused;
  }
}
