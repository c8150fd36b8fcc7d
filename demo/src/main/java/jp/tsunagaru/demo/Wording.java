package jp.tsunagaru.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Routine posts, put together from sentences of {@code routine.txt}, and short answers. */
final class Wording {
  private final Map<String, List<String>> sections = sections("routine.txt");
  private final Map<String, List<String>> notes = sections("notes.txt");

  /** What a post says and its tags. */
  record Words(String text, Set<String> tags) {}

  static Map<String, List<String>> sections(String name) {
    Map<String, List<String>> sections = new HashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : Table.lines(name)) {
      if (line.startsWith("[")) {
        current =
            sections.computeIfAbsent(
                line.substring(1, line.indexOf(']')), section -> new ArrayList<>());
      } else {
        current.add(line);
      }
    }
    return sections;
  }

  /** One sentence of each kind; now and then without the middle or the end, as people write. */
  Words routine(Voice voice, DemoPatient patient, Slots slots, Chance chance) {
    List<String> lines = lines(voice, patient);
    List<String> said = new ArrayList<>();
    said.add(chance.one(of(lines, "1 ")));
    if (chance.in(0.92)) {
      said.add(chance.one(of(lines, "2 ")));
    }
    if (chance.in(0.3)) {
      String more = chance.one(of(lines, "2 "));
      if (!said.contains(more)) {
        said.add(more);
      }
    }
    if (chance.in(0.85)) {
      said.add(chance.one(of(lines, "3 ")));
    }
    Set<String> tags = new TreeSet<>();
    StringBuilder text = new StringBuilder();
    for (String sentence : said) {
      text.append(text.isEmpty() ? "" : chance.in(0.6) ? "\n" : "").append(tagged(sentence, tags));
    }
    return new Words(slots.fill(text.toString(), chance), tags);
  }

  String answer(Voice voice, Chance chance) {
    String prefix = voice.name().toLowerCase(Locale.ROOT) + " ";
    return chance.one(of(sections.getOrDefault("reply", List.of()), prefix));
  }

  boolean answers(Voice voice) {
    String prefix = voice.name().toLowerCase(Locale.ROOT) + " ";
    return !of(sections.getOrDefault("reply", List.of()), prefix).isEmpty();
  }

  String note(String kind, Chance chance) {
    return chance.one(notes.getOrDefault(kind, List.of()));
  }

  private List<String> lines(Voice voice, DemoPatient patient) {
    String name = voice.name().toLowerCase(Locale.ROOT);
    List<String> special = sections.get(name + "/" + patient.theme());
    return special == null ? sections.getOrDefault(name, List.of()) : special;
  }

  private static List<String> of(List<String> lines, String prefix) {
    return lines.stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }

  /** Takes the tags off the head of a sentence. */
  static String tagged(String sentence, Set<String> tags) {
    if (!sentence.startsWith("#")) {
      return sentence;
    }
    int end = sentence.indexOf(' ');
    tags.addAll(List.of(sentence.substring(1, end).split(",")));
    return sentence.substring(end + 1);
  }
}
