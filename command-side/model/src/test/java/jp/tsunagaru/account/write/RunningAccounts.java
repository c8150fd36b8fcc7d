package jp.tsunagaru.account.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.account.command.ChangePassword;
import jp.tsunagaru.account.command.IssueAccount;
import jp.tsunagaru.account.command.PledgeTerms;
import jp.tsunagaru.account.command.SignIn;
import jp.tsunagaru.account.command.SignedIn;
import jp.tsunagaru.axon.message.MovableClock;
import jp.tsunagaru.axon.store.AccessHistory;
import jp.tsunagaru.axon.store.AccessHistory.StoredAccess;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.terms.TermsInForce;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Accounts, facilities and the access gate on a real PostgreSQL, started once for all tests. */
public final class RunningAccounts {
  static final String FIRST_PASSWORD = "otp-of-the-first-day";

  private static final RunningAccounts ONLY = new RunningAccounts();
  private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

  private final ConfigurableApplicationContext context;
  private final String announcement;
  private final AtomicInteger names = new AtomicInteger();

  private RunningAccounts() {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      Path data = Files.createTempDirectory("tsunagaru");
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      context =
          new SpringApplicationBuilder(Application.class)
              .web(WebApplicationType.NONE)
              .registerShutdownHook(false)
              .run(
                  "--tsunagaru.data=" + data,
                  "--spring.main.banner-mode=off",
                  "--tsunagaru.bootstrap.password=" + FIRST_PASSWORD);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(data)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      System.setOut(console);
    }
    announcement = printed.toString(StandardCharsets.UTF_8);
  }

  public static RunningAccounts get() {
    ONLY.now(START);
    return ONLY;
  }

  String announcement() {
    return announcement;
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public void now(Instant instant) {
    bean(MovableClock.class).set(instant);
  }

  void later(Duration duration) {
    now(bean(MovableClock.class).instant().plus(duration));
  }

  public <R> R send(Object command, Origin origin) {
    return bean(CommandGateway.class)
        .sendAndWait(new GenericCommandMessage<>(command, MetaData.from(origin.toMetadata())));
  }

  JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  AtomicInteger comparisons() {
    return bean(CountingEncoder.class).comparisons;
  }

  LoginId unusedLogin() {
    return new LoginId("person-" + names.incrementAndGet());
  }

  /** A network address that nobody had before. */
  String unusedAddress() {
    int n = names.incrementAndGet();
    return "192.0.2." + n % 250 + "-" + n;
  }

  /** A facility as it stands in the table, without its application. */
  public FacilityId facility(String name) {
    FacilityId id = FacilityId.next();
    jdbc()
        .sql("insert into guard.facility (facility_id, name, state) values (?, ?, 'ACTIVE')")
        .params(id.value(), name)
        .update();
    return id;
  }

  public Person issued(FacilityId facility, Role... roles) {
    return issued(facility, cityOperator(), roles);
  }

  Person issued(FacilityId facility, Origin by, Role... roles) {
    Person person =
        new Person(AccountId.next(), facility, unusedLogin(), "one-time-" + Ids.next("x"));
    send(
        new IssueAccount(
            person.account(),
            facility,
            person.login(),
            new Secret(person.password()),
            Set.copyOf(Arrays.asList(roles)),
            Profession.NURSE,
            new PersonName("青山", "渚", "あおやま", "なぎさ")),
        by);
    return person;
  }

  /** Issued, with an own password, and pledged. */
  public Person atWork(FacilityId facility, Role... roles) {
    Person person = issued(facility, roles);
    Origin origin = origin(person, Ids.next("ses"));
    Person changed = person.with("Kaze+Ame=927-" + names.incrementAndGet());
    send(
        new ChangePassword(
            person.account(), new Secret(person.password()), new Secret(changed.password())),
        origin);
    send(new PledgeTerms(person.account(), bean(TermsInForce.class).agreement()), origin);
    return changed;
  }

  /** Signs in and answers where the person's messages then come from. */
  public Origin origin(Person person, String session) {
    SignedIn in = signIn(person, session);
    return new Origin(
        in.accountId().value(),
        in.facilityId().value(),
        Set.copyOf(in.roles().stream().map(Enum::name).toList()),
        in.profession().name(),
        session,
        "192.0.2.1",
        "pwd");
  }

  public SignedIn signIn(Person person, String session) {
    return send(
        new SignIn(person.login().value(), new Secret(person.password()), session),
        Origin.visitor(unusedAddress()));
  }

  public Origin cityOperator() {
    AccountId account =
        jdbc()
            .sql("select account_id from guard.account where login_id = 'city-admin'")
            .query(String.class)
            .optional()
            .map(AccountId::new)
            .orElseThrow();
    jdbc()
        .sql(
            "update guard.account set must_change_password = false, must_pledge = false where account_id = ?")
        .param(account.value())
        .update();
    jdbc()
        .sql(
            """
            insert into guard.session (session, account_id, started_at, address)
            values ('city-desk', ?, now(), '') on conflict do nothing\
            """)
        .param(account.value())
        .update();
    return new Origin(
        account.value(),
        FacilityId.CITY.value(),
        Set.of(Role.CITY_OPERATOR.name()),
        Profession.MUNICIPAL_OFFICER.name(),
        "city-desk",
        "192.0.2.2",
        "pwd");
  }

  /** What the access history says of one kind, oldest first. */
  <T> List<T> history(Class<T> kind, Function<StoredAccess, Boolean> wanted) {
    List<String> ids =
        jdbc()
            .sql(
                """
                select event_identifier from store.access_event_entry
                order by global_index desc limit 200\
                """)
            .query(String.class)
            .list();
    return bean(AccessHistory.class).read(ids).stream()
        .filter(wanted::apply)
        .map(StoredAccess::event)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private void stop(Path folder) {
    context.close();
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException stillInUse) {
      // A temporary folder of a test: the operating system clears it away.
    }
  }

  public record Person(AccountId account, FacilityId facility, LoginId login, String password) {
    Person with(String newPassword) {
      return new Person(account, facility, login, newPassword);
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @ComponentScan({
    "jp.tsunagaru.axon",
    "jp.tsunagaru.access",
    "jp.tsunagaru.account",
    "jp.tsunagaru.careteam",
    "jp.tsunagaru.consent.write",
    "jp.tsunagaru.document.write",
    "jp.tsunagaru.facility",
    "jp.tsunagaru.form.write",
    "jp.tsunagaru.patient.write",
    "jp.tsunagaru.support.write",
    "jp.tsunagaru.terms"
  })
  static class Application {}

  @Configuration(proxyBeanMethods = false)
  static class TestParts {
    @Bean
    CountingEncoder countingEncoder() {
      return new CountingEncoder(new Argon2PasswordEncoder(16, 32, 1, 64, 1));
    }

    @Bean
    Outbox outbox() {
      return new Outbox();
    }

    @Bean
    @Primary
    PasswordHashing fastHashing(CountingEncoder encoder) {
      return new PasswordHashing(encoder, 4);
    }
  }

  /** Letters that would have left. */
  public static final class Outbox extends JavaMailSenderImpl {
    private final Queue<SimpleMailMessage> letters = new ConcurrentLinkedQueue<>();

    @Override
    public void send(SimpleMailMessage letter) {
      letters.add(letter);
    }

    public List<SimpleMailMessage> to(String address) {
      return letters.stream()
          .filter(letter -> List.of(Objects.requireNonNull(letter.getTo())).contains(address))
          .toList();
    }
  }

  static final class CountingEncoder implements PasswordEncoder {
    final AtomicInteger comparisons = new AtomicInteger();
    private final PasswordEncoder encoder;

    CountingEncoder(PasswordEncoder encoder) {
      this.encoder = encoder;
    }

    @Override
    public String encode(CharSequence password) {
      return encoder.encode(password);
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
      comparisons.incrementAndGet();
      return encoder.matches(password, hash);
    }
  }
}
