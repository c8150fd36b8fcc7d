package jp.tsunagaru.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What happens to the patients of a theme beside the routine, see {@code stories.txt}. */
final class Story {
  private static final Map<String, List<String>> STORIES = Wording.sections("stories.txt");

  private Story() {}

  /**
   * @param percent when in the period; answers have the one of what they answer
   * @param voices who may write it, the first one in the team does
   * @param file blank, or which file is attached
   * @param circle blank, {@code medical} or {@code close}
   */
  record Event(
      int percent,
      boolean answer,
      List<Voice> voices,
      Set<String> tags,
      String file,
      String circle,
      String text) {}

  /**
   * @param first whether this is the first patient of the theme, who gets the files and a few turns
   *     more
   */
  static List<Event> of(String theme, boolean first) {
    List<Event> events = new ArrayList<>();
    int percent = 0;
    for (String line : STORIES.getOrDefault(theme, List.of())) {
      boolean only = line.startsWith("*");
      String plain = only ? line.substring(1) : line;
      boolean answer = plain.startsWith("+ ");
      String[] head = plain.substring(answer ? 2 : 0).split(" ", answer ? 2 : 3);
      percent = answer ? percent : Integer.parseInt(head[0]);
      if (!only || first) {
        events.add(event(percent, answer, head[head.length - 2], head[head.length - 1], first));
      }
    }
    return events;
  }

  private static Event event(
      int percent, boolean answer, String voices, String rest, boolean first) {
    Set<String> tags = new TreeSet<>();
    String words = Wording.tagged(rest, tags);
    String file = "";
    String circle = "";
    while (words.startsWith("@") || words.startsWith("!")) {
      int end = words.indexOf(' ');
      String mark = words.substring(1, end);
      if (words.startsWith("@")) {
        file = mark.substring(mark.indexOf(':') + 1);
      } else {
        circle = mark;
      }
      words = words.substring(end + 1);
    }
    // The headline is the first line, which the list of patients shows too.
    String text = words.replace(" | ", "\n").replace("\\n", "\n");
    return new Event(
        percent,
        answer,
        Arrays.stream(voices.split(",")).map(Voice::of).toList(),
        tags,
        first ? file : "",
        circle,
        first || file.isEmpty() ? text : DemoTexts.withoutFiles(text));
  }
}
