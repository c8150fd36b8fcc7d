package jp.tsunagaru.demo;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the blanks of a text with values that suit the patient. */
final class Slots {
  private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)([+-]\\d+)?}");
  private static final List<String> DAYS = Table.lines("days.txt");

  private final int systolic;
  private final int diastolic;
  private final int saturation;
  private final double weight;

  Slots(DemoPatient patient) {
    Chance chance = Chance.of("body/" + patient.key());
    this.systolic = patient.child() ? 92 : chance.between(116, 142);
    this.diastolic = patient.child() ? 54 : chance.between(62, 80);
    this.saturation = patient.theme().equals("copd") ? 94 : chance.between(96, 98);
    this.weight = patient.child() ? 12 + chance.upTo(6) : 38 + chance.upTo(26);
  }

  String fill(String text, Chance chance) {
    return SLOT.matcher(text)
        .replaceAll(match ->
            Matcher.quoteReplacement(
                value(match.group(1), match.group(2) == null ? "0" : match.group(2), chance)));
  }

  private String value(String slot, String plus, Chance chance) {
    int shift = Integer.parseInt(plus);
    return switch (slot) {
      case "bp" ->
          (systolic + (int) (chance.bell() * 7)) + "/" + (diastolic + (int) (chance.bell() * 5));
      case "p" -> Integer.toString(72 + (int) (chance.bell() * 7));
      case "pc" -> Integer.toString(104 + (int) (chance.bell() * 8));
      case "t" -> decimal(36.4 + chance.bell() * 0.25);
      case "s" -> Integer.toString(Math.min(99, saturation + shift + chance.between(-1, 1)));
      case "w" -> decimal(weight + shift + chance.upTo(0.4));
      case "meal" -> chance.one(Table.lines("meals.txt"));
      case "ml" -> Integer.toString(chance.between(16, 26) * 50);
      case "kcal" -> Integer.toString(chance.between(115, 170) * 10);
      case "n" -> Integer.toString(chance.between(2, 4));
      case "min" -> Integer.toString(chance.between(2, 6) * 5);
      case "day" -> chance.one(DAYS);
      default -> throw new IllegalStateException("no such blank: " + slot);
    };
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
