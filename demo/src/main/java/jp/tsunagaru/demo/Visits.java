package jp.tsunagaru.demo;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.document.DeletionReason;

/** Plans who signs in when, and what they do until they sign out. */
final class Visits {
  /** Nobody mends a short answer. */
  private static final int SHORT = 40;

  private final Roster roster;
  private final Calendar calendar;
  private final List<PostPlan> posts;
  private final Wording wording = new Wording();
  private final List<Visit> visits = new ArrayList<>();

  /** How many posts of a patient there were when somebody last opened it. */
  private final Map<String, Integer> seen = new HashMap<>();

  private final Map<String, List<PostPlan>> written = new HashMap<>();

  private Visits(Roster roster, Calendar calendar, List<PostPlan> posts) {
    this.roster = roster;
    this.calendar = calendar;
    this.posts = posts;
  }

  static List<Visit> of(Roster roster, Calendar calendar, List<PostPlan> posts) {
    Visits visits = new Visits(roster, calendar, posts);
    visits.beginnings();
    for (int day = Calendar.WRITING; day <= Calendar.LAST; day++) {
      visits.day(day);
    }
    visits.forms();
    visits.mistakes();
    visits.changes();
    visits.curiosity();
    visits.offices();
    visits.visits.sort(Comparator.comparing(Visit::day).thenComparing(Visit::start));
    return List.copyOf(visits.visits);
  }

  private void beginnings() {
    for (DemoGroup group : roster.groups) {
      visit(Calendar.REGISTERING, LocalTime.of(8, 20), group.owner(), new Step.MakeGroup(group));
    }
    Map<String, List<DemoPatient>> byRegistrar = new LinkedHashMap<>();
    roster.patients.forEach(patient ->
        byRegistrar
            .computeIfAbsent(
                Posts.joins(patient) + "/" + patient.registrar(), key -> new ArrayList<>())
            .add(patient));
    byRegistrar.forEach((key, patients) -> {
      List<Visit.Timed> steps = new ArrayList<>();
      patients.forEach(
          patient -> steps.add(new Visit.Timed(9 * steps.size(), new Step.Register(patient))));
      DemoPatient one = patients.getFirst();
      visits.add(
          new Visit(
              Posts.joins(one),
              Chance.of("register/" + key).time(9, 11),
              roster.user(one.registrar()),
              false,
              false,
              steps));
    });
  }

  private void day(int day) {
    Map<String, List<PostPlan>> together = new LinkedHashMap<>();
    posts.stream()
        .filter(post -> post.day() == day)
        .forEach(post ->
            together.computeIfAbsent(Posts.visit(post), key -> new ArrayList<>()).add(post));
    Set<String> present = new LinkedHashSet<>();
    together.forEach((key, own) -> {
      writing(day, own, Chance.of("visit/" + day + "/" + key));
      present.add(own.getFirst().author().key());
    });
    for (DemoUser user : roster.care) {
      reading(day, user, present.contains(user.key()));
    }
  }

  private void writing(int day, List<PostPlan> own, Chance chance) {
    List<Visit.Timed> steps = new ArrayList<>();
    int minute = 0;
    if (chance.in(0.5)) {
      steps.add(new Visit.Timed(minute, new Step.Search(searched(chance))));
    }
    for (PostPlan post : own) {
      minute += chance.between(1, 2);
      minute = open(steps, minute, day, post.author(), post.patient(), chance);
      minute += chance.between(1, 4);
      steps.add(new Visit.Timed(minute, new Step.Write(post)));
      written.computeIfAbsent(post.patient().key(), key -> new ArrayList<>()).add(post);
      if (post.file().isEmpty() && post.text().length() > SHORT && chance.in(0.03)) {
        minute += chance.between(4, 12);
        String addition = new Slots(post.patient()).fill(wording.note("addition", chance), chance);
        steps.add(
            new Visit.Timed(
                minute, new Step.Revise(post, addition, wording.note("reason", chance))));
      }
    }
    DemoUser author = own.getFirst().author();
    for (DemoPatient patient : news(day, author, 2)) {
      minute += chance.between(1, 3);
      minute = open(steps, minute, day, author, patient, chance);
    }
    LocalTime first = own.getFirst().time();
    LocalTime start = first.getHour() == 0 && first.getMinute() < 5 ? first : first.minusMinutes(4);
    visits.add(new Visit(day, start, author, chance.in(0.03), chance.in(0.25), steps));
  }

  private void reading(int day, DemoUser user, boolean present) {
    Chance chance = Chance.of("read/" + day + "/" + user.key());
    if (!user.cares() || !chance.in(curious(day, user, present))) {
      return;
    }
    List<DemoPatient> news = news(day, user, 5);
    if (news.isEmpty()) {
      return;
    }
    List<Visit.Timed> steps = new ArrayList<>();
    steps.add(new Visit.Timed(0, new Step.Search(searched(chance))));
    int minute = 0;
    for (DemoPatient patient : news) {
      minute += chance.between(1, 3);
      minute = open(steps, minute, day, user, patient, chance);
    }
    visits.add(
        new Visit(
            day,
            chance.in(0.5) ? chance.time(7, 9) : chance.time(17, 19),
            user,
            chance.in(0.03),
            chance.in(0.25),
            steps));
  }

  /** The patients with most that the user has not seen. */
  private List<DemoPatient> news(int day, DemoUser user, int most) {
    return roster.patients.stream()
        .filter(patient -> unseen(user, patient) > 0)
        .filter(patient -> roster.everybody(patient).contains(user.key()))
        .filter(patient -> day <= Posts.lastDay(patient, user.key()))
        .sorted(Comparator.comparing((DemoPatient patient) -> unseen(user, patient)).reversed())
        .limit(most)
        .toList();
  }

  private double curious(int day, DemoUser user, boolean present) {
    double often =
        Voice.of(user)
            .map(voice ->
                switch (voice) {
                  case PHYSICIAN, NURSE, CAREMANAGER -> 0.11;
                  case PHARMACIST, PT, HELPER -> 0.08;
                  default -> 0.055;
                })
            .orElse(0.02);
    double rest = calendar.weekend(day) ? 0.3 : 1;
    double late = day >= Calendar.LAST - 1 ? 0.4 : 1;
    return often * rest * late * (present ? 0.4 : 1);
  }

  private int open(
      List<Visit.Timed> steps,
      int minute,
      int day,
      DemoUser user,
      DemoPatient patient,
      Chance chance) {
    int at = minute;
    steps.add(new Visit.Timed(at, new Step.Open(patient)));
    List<PostPlan> there = written.getOrDefault(patient.key(), List.of());
    int known = seen.getOrDefault(user.key() + "/" + patient.key(), 0);
    for (PostPlan post : there.subList(Math.min(known, there.size()), there.size())) {
      boolean shown = post.circle().isEmpty() && !post.author().equals(user);
      if (!post.file().isEmpty() && post.day() < day && shown && chance.in(0.6)) {
        at++;
        steps.add(new Visit.Timed(at, new Step.OpenFile(post)));
      }
    }
    if (chance.in(0.03)) {
      at++;
      steps.add(new Visit.Timed(at, new Step.LookAtTeam(patient)));
    }
    if (!there.isEmpty() && there.getLast().author().equals(user) && chance.in(0.1)) {
      at++;
      steps.add(new Visit.Timed(at, new Step.LookAtReaders(there.getLast())));
    }
    seen.put(user.key() + "/" + patient.key(), there.size());
    return at;
  }

  private int unseen(DemoUser user, DemoPatient patient) {
    List<PostPlan> there = written.getOrDefault(patient.key(), List.of());
    int known = seen.getOrDefault(user.key() + "/" + patient.key(), 0);
    return (int)
        there.subList(Math.min(known, there.size()), there.size()).stream()
            .filter(post -> !post.author().equals(user))
            .count();
  }

  private String searched(Chance chance) {
    return chance.in(0.08) ? wording.note("search", chance) : "";
  }

  /** 指示書 and 意見書, the one that ends soon and the one that waits for a physician among them. */
  private void forms() {
    for (FormPlan form : FormPlan.all(roster)) {
      visit(
          form.day(),
          LocalTime.of(12, 40),
          form.writer().key(),
          new Step.Open(form.patient()),
          new Step.Issue(form));
    }
  }

  /** Posts in the wrong place: deleted, restored, and on their way to 完全削除. */
  private void mistakes() {
    PostPlan waiting = mistake("demo-nurse", "p01", 40, 0, DeletionReason.WRONG_PATIENT);
    visit(41, LocalTime.of(8, 41), "demo-nurse", new Step.AskToPurge(waiting));
    PostPlan purged = mistake("hidamari-mori", "p11", 52, 0, DeletionReason.WRONG_PATIENT);
    visit(53, LocalTime.of(13, 5), "hidamari-mori", new Step.AskToPurge(purged));
    visit(54, LocalTime.of(18, 22), "demo-doctor", new Step.AgreeToPurge(purged));
    mistake("hinata-takeuchi", "p04", 33, 1, DeletionReason.DUPLICATE);
    PostPlan back = mistake("demo-helper", "p12", 61, 2, DeletionReason.DUPLICATE);
    visit(62, LocalTime.of(12, 8), "demo-helper", new Step.Restore(back));
    mistake("komorebi-ishikawa", "p05", 74, 3, DeletionReason.WRONG_PATIENT);
    mistake("demo-helper", "p03", 96, 2, DeletionReason.WRONG_PATIENT);
  }

  private PostPlan mistake(
      String login, String patientKey, int day, int kind, DeletionReason reason) {
    DemoPatient patient = roster.patient(patientKey);
    Chance chance = Chance.of("mistake/" + patientKey);
    List<String> texts = Wording.sections("notes.txt").getOrDefault("wrongpost", List.of());
    String words = texts.get(kind).replace(" | ", "\n");
    LocalTime time = chance.time(15, 16);
    PostPlan post =
        new PostPlan(
            patientKey + "/m/" + login,
            patient,
            roster.user(login),
            day,
            time,
            0,
            new Slots(patient).fill(words, chance),
            Set.of(),
            "",
            "",
            false);
    List<String> notes = Wording.sections("notes.txt").getOrDefault("mistaken", List.of());
    String note = notes.get(reason == DeletionReason.DUPLICATE ? 1 : 0);
    visits.add(
        new Visit(
            day,
            time,
            post.author(),
            false,
            false,
            List.of(
                new Visit.Timed(0, new Step.Open(patient)),
                new Visit.Timed(3, new Step.Write(post)),
                new Visit.Timed(8, new Step.Delete(post, reason, note)))));
    return post;
  }

  private void changes() {
    DemoPatient renewed = roster.patient("p08");
    visit(58, LocalTime.of(16, 12), renewed.registrar(), new Step.RenewCertificate(renewed));
    membershipEnds("p06", "midori-noguchi", "SERVICE_ENDED");
    membershipEnds("p31", "tsubame-sasaki", "STAFF_CHANGE");
    DemoPatient stopped =
        roster.patients.stream()
            .filter(patient -> patient.remark().equals(DemoPatient.STOPPED))
            .findFirst()
            .orElseThrow();
    visit(Posts.STOPPING, LocalTime.of(10, 35), stopped.registrar(), new Step.StopSharing(stopped));
    DemoUser left = roster.user(Posts.LEFT);
    visit(
        Posts.LEAVING,
        LocalTime.of(17, 45),
        roster.administrator(left.facility()).key(),
        new Step.Deactivate(left));
  }

  private void membershipEnds(String patientKey, String member, String reason) {
    DemoPatient patient = roster.patient(patientKey);
    visit(
        Posts.leaves(patient, member) + 1,
        LocalTime.of(9, 3),
        patient.registrar(),
        new Step.EndMembership(patient, roster.user(member), reason));
  }

  /** Looks at patients of others: refused and recorded, for the auditor to find. */
  private void curiosity() {
    visit(44, LocalTime.of(17, 31), "hidamari-ota", new Step.Open(roster.patient("p01")));
    visit(46, LocalTime.of(8, 2), "hidamari-ota", new Step.Open(roster.patient("p01")));
    visit(63, LocalTime.of(21, 48), "demo-helper", new Step.Open(roster.patient("p05")));
    visit(82, LocalTime.of(12, 14), "hinata-kaneko", new Step.Open(roster.patient("p14")));
  }

  private void offices() {
    for (DemoFacility facility : roster.waiting) {
      if (!facility.state().equals("WAITING")) {
        visit(
            facility.appliesOn() + 3,
            LocalTime.of(15, 20),
            "demo-city",
            new Step.ReceivePaper(facility));
      }
      if (facility.state().equals("RETURNED")) {
        visit(
            facility.appliesOn() + 4,
            LocalTime.of(11, 5),
            "demo-city",
            new Step.SendBack(facility));
      }
    }
    DemoFacility moving = roster.facility("ohisama");
    visit(
        Calendar.LAST - 3,
        LocalTime.of(12, 50),
        roster.administrator(moving.key()).key(),
        new Step.MoveFacility(moving));
    DemoFacility closing = roster.facility("rakuraku");
    visit(
        Calendar.LAST - 2,
        LocalTime.of(18, 5),
        roster.administrator(closing.key()).key(),
        new Step.AskToAbolish(closing));
    for (int day : List.of(9, 16, 37, 65, 93)) {
      visit(day, LocalTime.of(9, 10), "demo-city", new Step.Desk());
    }
    for (int day : List.of(20, 42, 71, 99)) {
      visit(day, LocalTime.of(16, 40), "demo-admin", new Step.Desk());
    }
    visit(35, LocalTime.of(10, 2), "demo-auditor", new Step.Audit(roster.patient("p04")));
    visit(64, LocalTime.of(13, 30), "demo-auditor", new Step.Audit(roster.patient("p01")));
    visit(95, LocalTime.of(14, 5), "demo-auditor", new Step.Audit(roster.patient("p05")));
  }

  private void visit(int day, LocalTime start, String login, Step... steps) {
    List<Visit.Timed> timed = new ArrayList<>();
    for (Step step : steps) {
      timed.add(new Visit.Timed(1 + 3 * timed.size(), step));
    }
    visits.add(new Visit(day, start, roster.user(login), false, false, timed));
  }
}
