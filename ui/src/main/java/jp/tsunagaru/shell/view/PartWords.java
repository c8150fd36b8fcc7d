package jp.tsunagaru.shell.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.Medicine;
import jp.tsunagaru.document.MedicineStep;
import jp.tsunagaru.document.TestResult;
import jp.tsunagaru.document.VitalSign;
import jp.tsunagaru.document.VitalSigns;

/** What stands in the fields of an article, in words: for paper, comparisons and lists. */
public final class PartWords {
  private PartWords() {}

  /** Text and fields of an article, each field on a line of its own. */
  public static String of(ArticleContent content) {
    return Stream.concat(
            content.text().isEmpty() ? Stream.of() : Stream.of(content.text()),
            lines(content).stream())
        .collect(Collectors.joining("\n"));
  }

  public static List<String> lines(ArticleContent content) {
    List<String> lines = new ArrayList<>();
    VitalSigns vitals = content.vitals();
    if (vitals != null) {
      lines.add(
          Texts.get(
              "vital.line",
              DateTexts.moment(vitals.measuredAt()),
              String.join(Texts.get("vital.separator"), values(vitals))));
    }
    content.medicines().forEach(medicine -> lines.add(line(medicine)));
    content.results().forEach(result -> lines.add(line(result)));
    return lines;
  }

  /** Each value with its name and unit, the two pressures as one. */
  public static List<String> values(VitalSigns vitals) {
    List<String> words = new ArrayList<>();
    Map<VitalSign, BigDecimal> values = vitals.values();
    BigDecimal systolic = values.get(VitalSign.SYSTOLIC);
    BigDecimal diastolic = values.get(VitalSign.DIASTOLIC);
    String pressure =
        systolic == null || diastolic == null
            ? ""
            : Texts.get("vital.pressure", systolic.toPlainString(), diastolic.toPlainString());
    values.forEach((sign, value) -> {
      if (pressure.isEmpty() || sign != VitalSign.SYSTOLIC && sign != VitalSign.DIASTOLIC) {
        words.add(value(sign, value));
      } else if (sign == VitalSign.SYSTOLIC) {
        words.add(pressure);
      }
    });
    return words;
  }

  /** 体温 36.5℃. */
  public static String value(VitalSign sign, BigDecimal value) {
    return Texts.get("vital.value." + sign.name(), value.toPlainString());
  }

  private static String line(Medicine medicine) {
    return Texts.get(
        "medicine.line",
        Texts.of("medicine.step", medicine.step()),
        Stream.concat(Stream.of(medicine.name()), facts(medicine).stream())
            .collect(Collectors.joining(Texts.get("medicine.separator"))));
  }

  /** 一般名, dose, 用法, days, source: what there is of it. */
  public static List<String> facts(Medicine medicine) {
    return Stream.of(
            medicine.ingredient().isEmpty()
                ? ""
                : Texts.get("medicine.ingredientIs", medicine.ingredient()),
            medicine.dose(),
            medicine.usage(),
            period(medicine),
            medicine.source().isEmpty() ? "" : Texts.get("medicine.sourceIs", medicine.source()))
        .filter(fact -> !fact.isEmpty())
        .toList();
  }

  private static String period(Medicine medicine) {
    LocalDate start = medicine.start();
    LocalDate end = medicine.end();
    if (medicine.step() == MedicineStep.STOP && end != null) {
      return Texts.get("medicine.stopped", DateTexts.shortDate(end));
    }
    if (start == null) {
      return end == null ? "" : Texts.get("medicine.until", DateTexts.shortDate(end));
    }
    return end == null
        ? Texts.get("medicine.since", DateTexts.shortDate(start))
        : Texts.get(
            "medicine.days",
            DateTexts.shortDate(start),
            DateTexts.shortDate(end),
            ChronoUnit.DAYS.between(start, end) + 1);
  }

  private static String line(TestResult result) {
    String value = Texts.get("testResult.line", result.item(), result.value(), result.unit());
    return result.reference().isEmpty()
        ? value
        : Texts.get("testResult.lineWithReference", value, result.reference());
  }
}
