package jp.tsunagaru.demo;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Lets the visits of a day happen: everything in the order of the clock, a visit's own steps one
 * after the other, different visits side by side.
 */
final class Working {
  private static final int IDLE_MINUTES = 15;

  private final CityPlan plan;
  private final LocalDateTime until;
  private final Founding founding;
  private final Doors doors;
  private final Deeds deeds;
  private final DemoClock clock;
  private final Crew crew;
  private final Map<RefusalCode, Integer> refusals = new EnumMap<>(RefusalCode.class);

  /**
   * @param until what would end later does not happen
   */
  Working(
      CityPlan plan,
      LocalDateTime until,
      Founding founding,
      Doors doors,
      Deeds deeds,
      DemoClock clock,
      Crew crew) {
    this.plan = plan;
    this.until = until;
    this.founding = founding;
    this.doors = doors;
    this.deeds = deeds;
    this.clock = clock;
    this.crew = crew;
  }

  /** What was refused, as some things should be. */
  synchronized Map<RefusalCode, Integer> refusals() {
    return Map.copyOf(refusals);
  }

  /**
   * @param line what is done one after the other
   */
  private record Moment(LocalDateTime time, Object line, Runnable work) {}

  void day(int day) throws InterruptedException {
    List<Moment> moments = new ArrayList<>();
    for (Visit visit : plan.on(day)) {
      List<Moment> own = moments(visit);
      if (own.getLast().time().isBefore(until)) {
        moments.addAll(own);
      }
    }
    for (DemoFacility facility : plan.roster().waiting) {
      LocalDateTime evening = plan.calendar().date(day).atTime(LocalTime.of(20, 14));
      if (facility.appliesOn() == day && evening.isBefore(until)) {
        moments.add(new Moment(evening, facility, () -> founding.apply(facility, day)));
      }
    }
    moments.sort(Comparator.comparing(Moment::time));
    Map<Object, CompletableFuture<Void>> running = new HashMap<>();
    for (Moment moment : moments) {
      CompletableFuture<Void> before =
          running.getOrDefault(moment.line(), CompletableFuture.completedFuture(null));
      clock.at(moment.time());
      running.put(moment.line(), crew.after(before, moment.work()));
    }
    Crew.await(List.copyOf(running.values()));
  }

  private List<Moment> moments(Visit visit) {
    Chance chance =
        Chance.of("seconds/" + visit.day() + "/" + visit.user().key() + "/" + visit.start());
    LocalDateTime start = plan.calendar().date(visit.day()).atTime(visit.start());
    Stay stay = new Stay(visit);
    List<Moment> moments = new ArrayList<>();
    LocalDateTime time = start.plusSeconds(chance.between(0, 20));
    moments.add(new Moment(time, stay, stay::enter));
    for (Visit.Timed timed : visit.steps()) {
      LocalDateTime due = start.plusMinutes(timed.minute()).plusSeconds(chance.between(21, 59));
      time = due.isAfter(time) ? due : time.plusSeconds(chance.between(5, 40));
      moments.add(new Moment(time, stay, () -> stay.perform(timed.step())));
    }
    LocalDateTime end =
        visit.forgotten()
            ? time.plusMinutes(IDLE_MINUTES)
            : time.plusSeconds(chance.between(20, 150));
    long seconds = Duration.between(start, end).toSeconds();
    moments.add(new Moment(end, stay, () -> stay.leave(seconds)));
    return moments;
  }

  private final class Stay {
    private final Visit visit;
    private volatile @Nullable Origin origin;

    Stay(Visit visit) {
      this.visit = visit;
    }

    void enter() {
      String address =
          Voice.of(visit.user()).filter(Voice::onWeekends).isPresent()
              ? Addresses.mobile(visit.user().key())
              : Addresses.of(visit.user().facility());
      try {
        if (visit.mistyped()) {
          doors.mistype(visit.user().login(), address);
        }
        origin = doors.enter(visit.user().login(), address);
      } catch (Refused refused) {
        count(refused);
      }
    }

    void perform(Step step) {
      Origin actor = origin;
      if (actor == null) {
        return;
      }
      try {
        deeds.perform(step, visit.day(), actor);
      } catch (Refused refused) {
        count(refused);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    void leave(long seconds) {
      Origin actor = origin;
      if (actor != null) {
        try {
          doors.leave(actor, visit.forgotten(), seconds);
        } catch (Refused refused) {
          count(refused);
        }
      }
    }
  }

  private synchronized void count(Refused refused) {
    refusals.merge(refused.code(), 1, Integer::sum);
  }
}
