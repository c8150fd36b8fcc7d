package jp.tsunagaru.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.Medicine;
import jp.tsunagaru.document.MedicineId;
import jp.tsunagaru.document.MedicineStep;
import jp.tsunagaru.document.TestResult;
import jp.tsunagaru.document.VitalSign;
import jp.tsunagaru.document.VitalSigns;
import jp.tsunagaru.japanese.ProfessionFamily;
import org.jspecify.annotations.Nullable;

/**
 * What posts say in fields: the values that nurses write stand there too; the medicines of a theme
 * begin with the first posts about them.
 */
final class Fields {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final Duration BEFORE_WRITING = Duration.ofMinutes(20);
  private static final Map<VitalSign, Pattern> VALUES = values();
  private static final List<String[]> RESULTS = Table.rows("results.txt", 5);

  private final Calendar calendar;
  private final Map<String, List<Medicine>> medicines = new HashMap<>();

  Fields(CityPlan plan) {
    this.calendar = plan.calendar();
    List<String[]> rows = Table.rows("medicines.txt", 7);
    Map<String, Integer> turns = new HashMap<>();
    for (PostPlan post : plan.posts()) {
      if (prescribes(post)) {
        int turn = turns.merge(post.patient().key(), 1, Integer::sum);
        List<Medicine> begun = new ArrayList<>();
        for (String[] row : rows) {
          if (row[0].equals(post.patient().theme()) && Integer.parseInt(row[1]) == turn) {
            begun.add(medicine(post, row));
          }
        }
        medicines.put(post.key(), begun);
      }
    }
  }

  private static boolean prescribes(PostPlan post) {
    ProfessionFamily family = post.author().profession().family();
    boolean knows = family == ProfessionFamily.PHARMACY || family == ProfessionFamily.MEDICAL;
    return knows && post.tags().contains(DemoTexts.get("tag.medicines"));
  }

  private Medicine medicine(PostPlan post, String[] row) {
    LocalDate start = day(post);
    return new Medicine(
        new MedicineId(FixedIds.of("med", post.patient().key() + "/" + row[2])),
        MedicineStep.START,
        row[2],
        row[3],
        row[4],
        row[5],
        start,
        row[6].isEmpty() ? null : start.plusDays(Integer.parseInt(row[6]) - 1L),
        "");
  }

  ArticleContent of(PostPlan post, String text) {
    return new ArticleContent(
        "",
        text,
        vitals(post),
        medicines.getOrDefault(post.key(), List.of()),
        RESULTS.stream()
            .filter(row -> post.text().contains(row[0]))
            .map(row -> new TestResult(row[1], row[2], row[3], row[4]))
            .toList());
  }

  private @Nullable VitalSigns vitals(PostPlan post) {
    if (post.author().profession().family() != ProfessionFamily.NURSING) {
      return null;
    }
    Map<VitalSign, BigDecimal> values = new EnumMap<>(VitalSign.class);
    VALUES.forEach((sign, pattern) -> {
      Matcher said = pattern.matcher(post.text());
      if (said.find()) {
        values.put(sign, new BigDecimal(said.group(1)));
      }
    });
    Instant written = day(post).atTime(post.time()).atZone(JAPAN).toInstant();
    return values.isEmpty() ? null : new VitalSigns(written.minus(BEFORE_WRITING), values);
  }

  private LocalDate day(PostPlan post) {
    return calendar.date(post.day() - post.daysAgo());
  }

  private static Map<VitalSign, Pattern> values() {
    Map<VitalSign, Pattern> values = new EnumMap<>(VitalSign.class);
    Arrays.stream(VitalSign.values())
        .forEach(sign -> {
          String pattern = DemoTexts.getOr("vital." + sign.name(), "");
          if (!pattern.isEmpty()) {
            values.put(sign, Pattern.compile(pattern));
          }
        });
    return values;
  }
}
