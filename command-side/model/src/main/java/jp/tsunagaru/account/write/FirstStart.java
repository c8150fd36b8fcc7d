package jp.tsunagaru.account.write;

import java.time.Clock;
import java.util.Optional;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.account.command.BootstrapCity;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.command.RegisterCity;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Prepares an empty system: the city's own office and its first administrator, whose one-time
 * password stands on standard output once and nowhere else. It does so again at a later start while
 * that person is the only one and never got in.
 */
@Component
@ConditionalOnBooleanProperty(name = "tsunagaru.bootstrap.enabled", matchIfMissing = true)
class FirstStart {
  private final CommandGateway commands;
  private final AccountLookup lookup;
  private final Environment environment;
  private final Clock clock;

  FirstStart(CommandGateway commands, AccountLookup lookup, Environment environment, Clock clock) {
    this.commands = commands;
    this.lookup = lookup;
    this.environment = environment;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void prepare() {
    FirstStartTexts texts = FirstStartTexts.packaged();
    if (!lookup.takesPart(FacilityId.CITY)) {
      send(
          new RegisterCity(
              texts.office(environment::getProperty), texts.people(environment::getProperty)));
    }
    Optional<AccountId> stranded = lookup.strandedFirst(clock.instant());
    if (!lookup.isEmpty() && stranded.isEmpty()) {
      return;
    }
    LoginId loginId =
        stranded
            .flatMap(lookup::loginOf)
            .orElseGet(() ->
                new LoginId(environment.getProperty("tsunagaru.bootstrap.login-id", "city-admin")));
    String password = environment.getProperty("tsunagaru.bootstrap.password", generated());
    boolean done = send(new BootstrapCity(AccountId.next(), loginId, new Secret(password)));
    if (done) {
      System.out.println(
          texts.announcement(loginId.value(), password, Credentials.ONE_TIME.toHours()));
      System.out.flush();
    }
  }

  private <R> R send(Object command) {
    return commands.sendAndWait(
        new GenericCommandMessage<>(command, MetaData.from(Origin.system().toMetadata())));
  }

  /** 80 random bits, in fours for reading aloud and copying by hand. */
  private static String generated() {
    String id = Ids.next("otp");
    return id.substring(id.length() - 16).replaceAll("(.{4})(?=.)", "$1-");
  }
}
