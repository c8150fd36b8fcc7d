package jp.tsunagaru.account.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.account.command.ChangePassword;
import jp.tsunagaru.account.command.DeactivateAccount;
import jp.tsunagaru.account.command.ReissueCredential;
import jp.tsunagaru.account.command.SignIn;
import jp.tsunagaru.account.command.SignOut;
import jp.tsunagaru.account.command.SignedIn;
import jp.tsunagaru.account.write.RunningAccounts.Person;
import jp.tsunagaru.audit.event.SessionClosed;
import jp.tsunagaru.audit.event.SignInFailed;
import jp.tsunagaru.audit.event.SignInSucceeded;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
  private final RunningAccounts running = RunningAccounts.get();
  private FacilityId facility = FacilityId.CITY;

  @BeforeEach
  void facilityThatTakesPart() {
    facility = running.facility("桜台訪問看護ステーション");
  }

  @Test
  void a_new_person_gets_in_once_with_the_one_time_password_and_has_two_duties() {
    Person person = running.issued(facility, Role.CARE_USER);

    SignedIn in = running.signIn(person, "ses-" + person.login());

    assertThat(in)
        .isEqualTo(
            new SignedIn(
                person.account(),
                facility,
                in.roles(),
                in.profession(),
                "青山 渚",
                "桜台訪問看護ステーション",
                true,
                true));
    assertThat(in.roles()).containsExactly(Role.CARE_USER);
    assertThat(openSessions(person)).containsExactly("ses-" + person.login());
    assertThat(refusal(() -> running.signIn(person, Ids.next("ses"))))
        .isEqualTo(RefusalCode.ONE_TIME_PASSWORD_EXPIRED);
  }

  @Test
  void the_one_time_password_is_good_for_72_hours() {
    Person early = running.issued(facility, Role.CARE_USER);
    Person late = running.issued(facility, Role.CARE_USER);

    running.later(Duration.ofHours(72).minusSeconds(1));
    assertThat(running.signIn(early, Ids.next("ses")).accountId()).isEqualTo(early.account());
    running.later(Duration.ofSeconds(1));
    assertThat(refusal(() -> running.signIn(late, Ids.next("ses"))))
        .isEqualTo(RefusalCode.ONE_TIME_PASSWORD_EXPIRED);
    assertThat(openSessions(late)).isEmpty();
  }

  @Test
  void of_many_who_use_a_one_time_password_at_the_same_moment_one_gets_in() throws Exception {
    Person person = running.issued(facility, Role.CARE_USER);
    try (ExecutorService many = Executors.newFixedThreadPool(4)) {
      List<Future<Boolean>> attempts =
          IntStream.range(0, 4)
              .mapToObj(n -> many.submit(() -> succeeds(person, "ses-" + n + person.login())))
              .toList();
      int succeeded = 0;
      for (Future<Boolean> attempt : attempts) {
        succeeded += attempt.get() ? 1 : 0;
      }
      assertThat(succeeded).isEqualTo(1);
    }
    assertThat(openSessions(person)).hasSize(1);
  }

  @Test
  void the_own_password_works_again_and_again_however_the_id_is_typed() {
    Person person = running.atWork(facility, Role.CARE_USER);

    SignedIn in =
        running.send(
            new SignIn(
                " " + fullWidth(person.login().value()).toUpperCase(java.util.Locale.ROOT),
                new Secret(fullWidth(person.password())),
                Ids.next("ses")),
            Origin.visitor(running.unusedAddress()));

    assertThat(in.mustChangePassword()).isFalse();
    assertThat(in.mustPledge()).isFalse();
    assertThat(running.signIn(person, Ids.next("ses")).accountId()).isEqualTo(person.account());
  }

  @Test
  void an_unknown_id_is_refused_like_a_wrong_password_and_costs_the_same_hash() {
    Person person = running.atWork(facility, Role.CARE_USER);

    int before = running.comparisons().get();
    Refused wrong = refused(() -> running.signIn(person.with("wrong"), Ids.next("ses")));
    int between = running.comparisons().get();
    Person unknown = new Person(person.account(), facility, running.unusedLogin(), "wrong");
    Refused nobody = refused(() -> running.signIn(unknown, Ids.next("ses")));
    int after = running.comparisons().get();

    assertThat(wrong.code()).isEqualTo(RefusalCode.SIGN_IN_FAILED);
    assertThat(nobody.code()).isEqualTo(wrong.code());
    assertThat(nobody.parameters()).isEqualTo(wrong.parameters());
    assertThat(between - before).isEqualTo(1);
    assertThat(after - between).isEqualTo(1);
  }

  @Test
  void text_that_is_no_login_id_at_all_is_refused_alike() {
    for (String text : List.of("", "  ", "山田", "x".repeat(10_000), "' or 1=1")) {
      assertThat(
              refusal(() ->
                  running.send(
                      new SignIn(text, new Secret("x".repeat(100_000)), Ids.next("ses")),
                      Origin.visitor(running.unusedAddress()))))
          .isEqualTo(RefusalCode.SIGN_IN_FAILED);
    }
  }

  @Test
  void after_five_failures_the_right_password_waits_too_and_longer_each_time() {
    Person person = running.atWork(facility, Role.CARE_USER);
    failTimes(person, 5);

    assertThat(seconds(person)).isEqualTo("60");
    running.later(Duration.ofSeconds(60));
    failTimes(person, 1);
    assertThat(seconds(person)).isEqualTo("120");
    running.later(Duration.ofSeconds(120));

    assertThat(running.signIn(person, Ids.next("ses")).accountId()).isEqualTo(person.account());
    failTimes(person, 4);
    assertThat(running.signIn(person, Ids.next("ses")).accountId()).isEqualTo(person.account());
  }

  @Test
  void an_id_that_does_not_exist_is_slowed_down_like_one_that_does() {
    Person nobody =
        new Person(jp.tsunagaru.account.AccountId.next(), facility, running.unusedLogin(), "guess");
    failTimes(nobody, 5);
    assertThat(seconds(nobody)).isEqualTo("60");
  }

  @Test
  void one_address_that_tries_many_ids_is_slowed_down() {
    String address = running.unusedAddress();
    Person person = running.atWork(facility, Role.CARE_USER);
    for (int n = 0; n < SignInThrottle.PER_ADDRESS; n++) {
      SignIn guess = new SignIn(running.unusedLogin().value(), new Secret("guess"), "s");
      assertThat(refusal(() -> running.send(guess, Origin.visitor(address))))
          .isEqualTo(RefusalCode.SIGN_IN_FAILED);
    }
    SignIn right =
        new SignIn(person.login().value(), new Secret(person.password()), Ids.next("ses"));

    assertThat(refusal(() -> running.send(right, Origin.visitor(address))))
        .isEqualTo(RefusalCode.SIGN_IN_THROTTLED);
    assertThat(running.signIn(person, Ids.next("ses")).accountId()).isEqualTo(person.account());
  }

  @Test
  void guesses_at_the_same_moment_count_as_many() throws Exception {
    Person person = running.atWork(facility, Role.CARE_USER);
    try (ExecutorService many = Executors.newFixedThreadPool(8)) {
      List<Future<RefusalCode>> guesses =
          IntStream.range(0, 16)
              .mapToObj(n ->
                  many.submit(() -> refusal(() -> running.signIn(person.with("no" + n), "g" + n))))
              .toList();
      int compared = 0;
      for (Future<RefusalCode> guess : guesses) {
        compared += guess.get() == RefusalCode.SIGN_IN_FAILED ? 1 : 0;
      }
      assertThat(compared).isEqualTo(5);
    }
  }

  @Test
  void neither_the_id_typed_nor_the_password_lies_in_the_throttle_table() {
    String typed = "kaze+ame=typed-into-the-wrong-field";
    refused(() ->
        running.send(new SignIn(typed, new Secret("x"), "s"), Origin.visitor("198.51.100.77")));
    assertThat(
            running
                .jdbc()
                .sql("select string_agg(t::text, ' ') from guard.sign_in_throttle t")
                .query(String.class)
                .single())
        .isNotEmpty()
        .doesNotContain("typed-into", "198.51.100.77");
  }

  @Test
  void success_and_failure_are_in_the_access_history_with_their_origin() {
    Person person = running.atWork(facility, Role.CARE_USER);
    String session = Ids.next("ses");
    refused(() -> running.signIn(person.with("wrong"), session));
    running.signIn(person, session);
    Person unknown = new Person(person.account(), facility, running.unusedLogin(), "wrong");
    refused(() -> running.signIn(unknown, session));

    assertThat(
            running.history(
                SignInSucceeded.class, stored -> stored.origin().session().equals(session)))
        .containsExactly(new SignInSucceeded(person.account()));
    assertThat(running.history(SignInFailed.class, stored -> true))
        .contains(
            new SignInFailed(person.account().value(), "WRONG_PASSWORD"),
            new SignInFailed("", "UNKNOWN_ID"));
  }

  @Test
  void leaving_ends_the_session_and_says_how_long_it_was() {
    Person person = running.atWork(facility, Role.CARE_USER);
    String session = Ids.next("ses");
    Origin origin = running.origin(person, session);

    running.send(new SignOut(person.account(), "TIMEOUT", 900), origin);

    assertThat(openSessions(person)).doesNotContain(session);
    assertThat(
            running.history(
                SessionClosed.class, stored -> stored.origin().session().equals(session)))
        .containsExactly(new SessionClosed(person.account(), "TIMEOUT", 900));
  }

  @Test
  void a_reissued_credential_ends_all_sessions_and_voids_the_old_password() {
    Person person = running.atWork(facility, Role.CARE_USER);
    String first = Ids.next("ses");
    String second = Ids.next("ses");
    running.signIn(person, first);
    running.signIn(person, second);
    assertThat(openSessions(person)).contains(first, second);
    running.later(Duration.ofMinutes(10));

    running.send(
        new ReissueCredential(person.account(), facility, new Secret("new-one-time-secret")),
        running.cityOperator());

    assertThat(openSessions(person)).isEmpty();
    assertThat(refusal(() -> running.signIn(person, Ids.next("ses"))))
        .isEqualTo(RefusalCode.SIGN_IN_FAILED);
    assertThat(running.signIn(person.with("new-one-time-secret"), Ids.next("ses")))
        .extracting(SignedIn::mustChangePassword, SignedIn::mustPledge)
        .containsExactly(true, false);
    assertThat(
            running.history(SessionClosed.class, stored -> stored.origin().session().equals(first)))
        .containsExactly(new SessionClosed(person.account(), "REVOKED", 600));
  }

  @Test
  void a_changed_password_sends_everybody_else_out_and_the_person_stays() {
    Person person = running.atWork(facility, Role.CARE_USER);
    String other = Ids.next("ses");
    String own = Ids.next("ses");
    running.signIn(person, other);
    Origin origin = running.origin(person, own);

    running.send(
        new ChangePassword(
            person.account(), new Secret(person.password()), new Secret("Hoshi+Sora=418-x")),
        origin);

    assertThat(openSessions(person)).containsExactly(own);
  }

  @Test
  void a_deactivated_account_is_out_at_once_and_meets_the_same_refusal_as_a_stranger() {
    Person person = running.atWork(facility, Role.CARE_USER);
    running.signIn(person, Ids.next("ses"));

    running.send(new DeactivateAccount(person.account(), facility, "LEFT"), running.cityOperator());

    assertThat(openSessions(person)).isEmpty();
    assertThat(refused(() -> running.signIn(person, Ids.next("ses"))))
        .extracting(Refused::code, Refused::parameters)
        .containsExactly(RefusalCode.SIGN_IN_FAILED, Map.of());
    assertThat(running.history(SignInFailed.class, stored -> true))
        .contains(new SignInFailed(person.account().value(), "INACTIVE"));
  }

  private void failTimes(Person person, int times) {
    for (int n = 0; n < times; n++) {
      assertThat(refusal(() -> running.signIn(person.with("wrong"), Ids.next("ses"))))
          .isEqualTo(RefusalCode.SIGN_IN_FAILED);
    }
  }

  private String seconds(Person person) {
    Refused refused = refused(() -> running.signIn(person, Ids.next("ses")));
    assertThat(refused.code()).isEqualTo(RefusalCode.SIGN_IN_THROTTLED);
    return refused.parameters().get("seconds");
  }

  private boolean succeeds(Person person, String session) {
    try {
      running.signIn(person, session);
      return true;
    } catch (Refused refused) {
      return false;
    }
  }

  private List<String> openSessions(Person person) {
    return running
        .jdbc()
        .sql("select session from guard.session where account_id = ? and ended_at is null")
        .param(person.account().value())
        .query(String.class)
        .list();
  }

  private static RefusalCode refusal(Runnable work) {
    return refused(work).code();
  }

  private static Refused refused(Runnable work) {
    Refused refused = catchThrowableOfType(Refused.class, work::run);
    assertThat(refused).as("a refusal").isNotNull();
    return refused;
  }

  private static String fullWidth(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c > 0x20 && c < 0x7f ? c + 0xFEE0 : c)));
    return wide.toString();
  }
}
