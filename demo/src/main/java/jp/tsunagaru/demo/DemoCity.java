package jp.tsunagaru.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import jp.tsunagaru.attachment.FileIntake;
import jp.tsunagaru.axon.message.MovableClock;
import jp.tsunagaru.axon.store.AccessStream;
import jp.tsunagaru.axon.store.DomainStream;
import jp.tsunagaru.terms.TermsInForce;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills an empty system with an invented city before the web server opens, and says at every start
 * who can sign in. Nothing goes around the rules: everybody signs in, agrees and writes through the
 * same commands as in the views, on a clock that walks through the last months.
 *
 * <p>A filling that was cut short goes on where it was. A system that somebody uses stays as it is.
 */
@Component
@ConditionalOnBooleanProperty("tsunagaru.demo")
final class DemoCity implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(DemoCity.class);

  /** After the message handlers (3072 below the end), before the web server (2048 below). */
  private static final int PHASE = DEFAULT_PHASE - 2560;

  private static final long PATIENCE_SECONDS = 30;
  private static final int STEPS_TOLD = 5;
  private static final int MARGIN_MINUTES = 5;

  private final Board board = new Board(System.out);
  private final CommandGateway commands;
  private final QueryGateway queries;
  private final MovableClock clock;
  private final TermsInForce terms;
  private final FileIntake intake;
  private final JdbcClient jdbc;
  private final Settled settled;
  private volatile boolean running;

  DemoCity(
      CommandGateway commands,
      QueryGateway queries,
      MovableClock clock,
      TermsInForce terms,
      FileIntake intake,
      JdbcClient jdbc,
      ApplicationContext context,
      EventProcessingConfiguration processing,
      DomainStream domain,
      AccessStream access) {
    this.commands = commands;
    this.queries = queries;
    this.clock = clock;
    this.terms = terms;
    this.intake = intake;
    this.jdbc = jdbc;
    this.settled = new Settled(context, processing, domain, access);
  }

  @Override
  public void start() {
    running = true;
    try {
      fill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while the demo was being filled", e);
    } catch (RuntimeException e) {
      log.error("filling the demo stopped", e);
      board.say("broken", e.getClass().getSimpleName());
    } finally {
      clock.release();
    }
  }

  private void fill() throws InterruptedException {
    Progress progress = new Progress(jdbc);
    Optional<Progress.State> before = progress.state();
    LocalDate first =
        before
            .map(Progress.State::firstDay)
            .orElseGet(() -> Calendar.upTo(LocalDate.now(clock)).first());
    CityPlan plan = CityPlan.from(first);
    if (before.filter(Progress.State::complete).isPresent()) {
      board.show(plan);
      return;
    }
    // Event processors take their segments by the clock, so they have to have them before it moves.
    settled.await(PATIENCE_SECONDS);
    try (Crew crew = new Crew()) {
      if (go(plan, progress, before.map(Progress.State::daysDone), crew)) {
        board.show(plan);
      }
    }
  }

  private boolean go(CityPlan plan, Progress progress, Optional<Integer> daysDone, Crew crew)
      throws InterruptedException {
    LocalDateTime until = LocalDateTime.now(clock).minusMinutes(MARGIN_MINUTES);
    Sender sender = new Sender(commands, queries);
    Doors doors = new Doors(sender, terms);
    DemoClock time = new DemoClock(clock);
    Founding founding =
        new Founding(plan.roster(), plan.calendar(), sender, doors, time, crew, terms);
    if (daysDone.isEmpty()) {
      progress.begin(plan.calendar().first());
    }
    int from = daysDone.orElse(0);
    if (from == 0 && !founding.bootstraps() && daysDone.isEmpty()) {
      progress.forget();
      board.say("foreign");
      return false;
    }
    board.say("start");
    Deeds deeds =
        new Deeds(
            plan.roster(),
            plan.calendar(),
            sender,
            intake,
            terms,
            new FileMaker(plan),
            new Fields(plan));
    Working working = new Working(plan, until, founding, doors, deeds, time, crew);
    boolean patient = true;
    for (int day = from; day <= Calendar.LAST; day++) {
      if (day % (Calendar.LAST / STEPS_TOLD + 1) == 0) {
        board.say("progress", 100 * day / Calendar.LAST);
      }
      founding.day(day);
      working.day(day);
      patient = patient && settled.await(PATIENCE_SECONDS);
      progress.done(day);
    }
    log.info("demo filled; refused on the way: {}", working.refusals());
    return true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
