package jp.tsunagaru.demo;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans who writes what about whom on which day. */
final class Posts {
  static final String LEFT = "yawaragi-noda";
  static final int LEAVING = 49;
  static final int STOPPING = 70;

  private static final String URGENT = DemoTexts.get("tag.urgent");
  private static final int TRIES = 8;
  private static final LocalTime NOON = LocalTime.of(12, 30);

  private final Roster roster;
  private final Calendar calendar;
  private final Wording wording = new Wording();
  private final List<PostPlan> posts = new ArrayList<>();
  private final Set<String> used = new HashSet<>();

  private Posts(Roster roster, Calendar calendar) {
    this.roster = roster;
    this.calendar = calendar;
  }

  static List<PostPlan> of(Roster roster, Calendar calendar) {
    Posts posts = new Posts(roster, calendar);
    Set<String> themes = new HashSet<>();
    for (DemoPatient patient : roster.patients) {
      if (patient.shared()) {
        posts.about(patient, themes.add(patient.theme()));
      }
    }
    posts.posts.sort(Comparator.comparing(PostPlan::day).thenComparing(PostPlan::time));
    return List.copyOf(posts.posts);
  }

  /** The day on which a patient is registered; most come at the beginning. */
  static int joins(DemoPatient patient) {
    if (!patient.shared()) {
      return Calendar.LAST - 3;
    }
    return switch (patient.number()) {
      case 24 -> 31;
      case 38 -> 24;
      case 7, 18, 29, 41 -> 12;
      default -> Calendar.REGISTERING;
    };
  }

  /** The last day on which somebody belongs to the team. */
  static int lastDay(DemoPatient patient, String login) {
    int last = patient.remark().equals(DemoPatient.STOPPED) ? STOPPING - 1 : Calendar.LAST;
    if (login.equals(LEFT)) {
      last = Math.min(last, LEAVING - 1);
    }
    return Math.min(last, leaves(patient, login));
  }

  /** The last day of a membership that ends before the others; the last day of all otherwise. */
  static int leaves(DemoPatient patient, String login) {
    return switch (patient.key() + "/" + login) {
      case "p15/hospital-kinoshita", "p32/hospital-kinoshita" -> 60;
      case "p06/midori-noguchi" -> 55;
      case "p31/tsubame-sasaki" -> 62;
      default -> Calendar.LAST;
    };
  }

  private void about(DemoPatient patient, boolean first) {
    Slots slots = new Slots(patient);
    story(patient, first, slots);
    routine(patient, slots);
    nights(patient, slots);
  }

  private void routine(DemoPatient patient, Slots slots) {
    Set<Voice> heard = new HashSet<>();
    for (String login : patient.team()) {
      DemoUser author = roster.user(login);
      Optional<Voice> voice = Voice.of(author);
      if (voice.isPresent()) {
        double share = heard.add(voice.get()) ? 1 : 0.5;
        routine(patient, author, voice.get(), share, slots);
      }
    }
  }

  private void routine(
      DemoPatient patient, DemoUser author, Voice voice, double share, Slots slots) {
    Chance chance = Chance.of("routine/" + patient.key() + "/" + author.key());
    int start = joins(patient) + 1;
    double span = Calendar.LAST + 1.0 - start;
    double wanted = voice.posts() * share * span / (Calendar.LAST - Calendar.REGISTERING);
    int count = Math.max(1, (int) Math.round(wanted + chance.bell() * 0.6));
    for (int i = 0; i < count; i++) {
      int day = start + (int) ((i + chance.upTo(1)) * span / count);
      day = rounds(author, voice, day);
      if (day > lastDay(patient, author.key())) {
        continue;
      }
      Wording.Words words = unused(voice, patient, slots, chance);
      String key = patient.key() + "/r/" + author.key() + "/" + i;
      PostPlan post =
          new PostPlan(
              key,
              patient,
              author,
              day,
              voice.time(chance),
              chance.in(0.1) ? 1 : 0,
              words.text(),
              words.tags(),
              "",
              "",
              false);
      posts.add(post);
      if (chance.in(0.1)) {
        answer(post, chance);
      }
    }
  }

  /** People say much the same every week, but not word for word. */
  private Wording.Words unused(Voice voice, DemoPatient patient, Slots slots, Chance chance) {
    Wording.Words words = wording.routine(voice, patient, slots, chance);
    for (int again = 0; again < TRIES && !used.add(words.text()); again++) {
      words = wording.routine(voice, patient, slots, chance);
    }
    return words;
  }

  private void answer(PostPlan post, Chance chance) {
    List<DemoUser> others =
        post.patient().team().stream()
            .filter(login -> !login.equals(post.author().key()))
            .map(roster::user)
            .filter(user -> Voice.of(user).filter(wording::answers).isPresent())
            .toList();
    if (others.isEmpty()) {
      return;
    }
    DemoUser author = chance.one(others);
    Voice voice = Voice.of(author).orElseThrow();
    int day = workday(post.day() + 1);
    if (day <= lastDay(post.patient(), author.key())) {
      posts.add(
          new PostPlan(
              post.key() + "/a",
              post.patient(),
              author,
              day,
              voice.time(chance),
              0,
              wording.answer(voice, chance),
              Set.of(),
              "",
              "",
              false));
    }
  }

  private void story(DemoPatient patient, boolean first, Slots slots) {
    Chance chance = Chance.of("story/" + patient.key());
    int start = joins(patient) + 1;
    int number = 0;
    int day = start;
    int answers = 0;
    boolean urgent = false;
    boolean told = false;
    boolean left = false;
    for (Story.Event event : Story.of(patient.theme(), first)) {
      number++;
      if (event.answer()) {
        answers++;
      } else {
        // Not everything happens to everybody.
        left = !first && chance.in(0.4);
        int shift = first ? 0 : chance.between(-3, 3);
        day = start + (Calendar.LAST - start) * event.percent() / 100 + shift;
        day = Math.max(start, Math.min(Calendar.LAST - 1, day));
        urgent = event.tags().contains(URGENT);
        day = urgent ? day : workday(day);
        answers = 0;
      }
      Optional<DemoUser> author = writer(patient, event.voices());
      if (left || author.isEmpty() || event.answer() && !told) {
        told = told && event.answer();
        continue;
      }
      int written = event.answer() ? urgent ? day : workday(day + answers) : day;
      LocalTime time = time(event, author.get(), urgent, answers, chance);
      told = written <= lastDay(patient, author.get().key());
      if (told) {
        posts.add(
            new PostPlan(
                patient.key() + "/s/" + number,
                patient,
                author.get(),
                written,
                time,
                0,
                slots.fill(event.text(), chance),
                event.tags(),
                event.file(),
                event.circle().equals("medical") && chance.in(0.55) ? "" : event.circle(),
                urgent));
      }
    }
  }

  /** What is urgent is written in the morning and answered by the evening of the same day. */
  private static LocalTime time(
      Story.Event event, DemoUser author, boolean urgent, int answers, Chance chance) {
    if (!urgent) {
      return Voice.of(author).orElseThrow().time(chance);
    }
    return switch (event.answer() ? answers : 0) {
      case 0 -> chance.time(9, 12);
      case 1 -> chance.time(13, 17);
      default -> chance.time(18, 20);
    };
  }

  private Optional<DemoUser> writer(DemoPatient patient, List<Voice> voices) {
    return voices.stream()
        .flatMap(voice ->
            patient.team().stream()
                .map(roster::user)
                .filter(user -> Voice.of(user).filter(voice::equals).isPresent()))
        .findFirst();
  }

  private void nights(DemoPatient patient, Slots slots) {
    if (!patient.groups().contains("night")) {
      return;
    }
    Chance chance = Chance.of("night/" + patient.key());
    for (int i = 0; i < 2; i++) {
      String words = wording.note("night", chance);
      DemoUser author = roster.user(chance.one(roster.group("night").members()));
      boolean late = chance.in(0.6);
      posts.add(
          new PostPlan(
              patient.key() + "/n/" + i,
              patient,
              author,
              Calendar.at(chance.between(10 + 45 * i, 45 + 45 * i)),
              late ? chance.time(22, 24) : chance.time(1, 5),
              0,
              slots.fill(words.replace(" | ", "\n"), chance),
              Set.of(URGENT),
              "",
              "",
              true));
    }
  }

  /** People write about several patients on the same days of the week. */
  private int rounds(DemoUser author, Voice voice, int day) {
    int first = Chance.of("rounds/" + author.key()).between(0, 4);
    int next = day;
    while (!isRound(next, first, voice)) {
      next++;
    }
    while (next > Calendar.LAST || !isRound(next, first, voice)) {
      next--;
    }
    return next;
  }

  private boolean isRound(int day, int first, Voice voice) {
    int weekday = calendar.date(day).getDayOfWeek().getValue() - 1;
    int second = voice.onWeekends() ? (first + 3) % 6 : (first + 2) % 5;
    return weekday == first || voice.often() && weekday == second;
  }

  private int workday(int day) {
    int workday = day;
    while (calendar.weekend(workday)) {
      workday++;
    }
    return workday;
  }

  /** What somebody writes on one day in one go has one key: all of it but the urgent. */
  static String visit(PostPlan post) {
    boolean night = part(post.time()) == 0 || part(post.time()) == 4;
    boolean urgent = post.urgent() || night;
    return post.author().key() + "/" + (urgent ? part(post.time()) : "day");
  }

  private static int part(LocalTime time) {
    if (time.isBefore(LocalTime.of(6, 0))) {
      return 0;
    }
    if (time.isBefore(NOON)) {
      return 1;
    }
    return time.getHour() < 18 ? 2 : time.getHour() < 21 ? 3 : 4;
  }
}
