package jp.tsunagaru.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.japanese.Profession;

/** Says on standard output what is going on and who can sign in. */
final class Board {
  private static final String GAP = "  ";

  private final PrintStream out;

  Board(PrintStream out) {
    this.out = out;
  }

  void say(String key, Object... values) {
    out.println(DemoTexts.get(key, values));
    out.flush();
  }

  void show(CityPlan plan) {
    out.println();
    say("rule");
    say("title");
    say(
        "counts",
        plan.roster().facilities.size(),
        plan.roster().users.size() + 1,
        plan.roster().patients.size(),
        Integer.toString(plan.posts().size() / 10 * 10),
        plan.files());
    say("hint", DemoTexts.get("password"));
    out.println();
    table(rows(plan.roster())).forEach(out::println);
    say("rule");
  }

  static List<List<String>> rows(Roster roster) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(DemoTexts.get("columns").split("\\|")));
    for (String login : DemoTexts.list("shown")) {
      DemoUser user = roster.user(login);
      String facility =
          roster.facilities.stream()
              .filter(one -> one.key().equals(user.facility()))
              .findFirst()
              .orElseThrow()
              .profile()
              .name();
      rows.add(row(login, facility, user.profession(), List.copyOf(user.roles())));
    }
    for (DemoUser user : roster.office) {
      rows.add(
          row(user.key(), DemoTexts.get("office"), user.profession(), List.copyOf(user.roles())));
    }
    rows.add(
        row(
            Founding.FIRST.value(),
            DemoTexts.get("office"),
            Profession.MUNICIPAL_OFFICER,
            List.of(Role.CITY_OPERATOR, Role.CITY_AUDITOR)));
    return rows;
  }

  private static List<String> row(
      String login, String facility, Profession profession, List<Role> roles) {
    return List.of(
        login,
        DemoTexts.get("password"),
        facility,
        DemoTexts.getOr("profession." + profession.name(), profession.name()),
        roles.stream()
            .sorted(Comparator.reverseOrder())
            .map(role -> DemoTexts.getOr("role." + role.name(), role.name()))
            .collect(Collectors.joining("\u30FB")));
  }

  /** Columns under each other on a screen where Japanese characters take two places. */
  static List<String> table(List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    int columns = rows.getFirst().size();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(GAP);
      for (int column = 0; column < columns; column++) {
        int at = column;
        int widest = rows.stream().mapToInt(other -> width(other.get(at))).max().orElse(0);
        line.append(row.get(column));
        if (column < columns - 1) {
          line.repeat(" ", widest - width(row.get(column))).append(GAP);
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static int width(String text) {
    return text.codePoints()
        .map(c -> Character.getType(c) == Character.NON_SPACING_MARK ? 0 : c < 0x2000 ? 1 : 2)
        .sum();
  }
}
