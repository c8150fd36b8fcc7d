package jp.tsunagaru.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Everything that happens in the invented city; the same for the same first day, always. */
record CityPlan(Roster roster, Calendar calendar, List<PostPlan> posts, List<Visit> visits) {
  static CityPlan from(LocalDate first) {
    Roster roster = new Roster();
    Calendar calendar = new Calendar(first);
    List<PostPlan> regular = Posts.of(roster, calendar);
    List<Visit> visits = Visits.of(roster, calendar, regular);
    List<PostPlan> posts = new ArrayList<>();
    for (Visit visit : visits) {
      for (Visit.Timed timed : visit.steps()) {
        if (timed.step() instanceof Step.Write write) {
          posts.add(write.post());
        }
      }
    }
    return new CityPlan(roster, calendar, List.copyOf(posts), visits);
  }

  List<Visit> on(int day) {
    return visits.stream().filter(visit -> visit.day() == day).toList();
  }

  int files() {
    return (int) posts.stream().filter(post -> !post.file().isEmpty()).count();
  }
}
