package jp.tsunagaru.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * What an article says: title up to 100, text up to 10,000 characters, and what stands in it in
 * fields (DC-10). Articles of before have words only.
 *
 * @param vitals null when nothing was measured
 * @param medicines at most {@link #MOST_MEDICINES}, each once
 * @param results at most {@link #MOST_RESULTS}
 */
public record ArticleContent(
    String title,
    String text,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable VitalSigns vitals,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Medicine> medicines,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TestResult> results) {
  public static final int MOST_MEDICINES = 30;
  public static final int MOST_RESULTS = 50;

  public ArticleContent {
    medicines = List.copyOf(Objects.requireNonNullElse(medicines, List.of()));
    results = List.copyOf(Objects.requireNonNullElse(results, List.of()));
  }

  /** Words only. */
  public ArticleContent(String title, String text) {
    this(title, text, null, List.of(), List.of());
  }

  /**
   * This value as a command may carry it. Stored values are not checked again: a stricter rule of
   * tomorrow must not make yesterday's fact unreadable.
   */
  public ArticleContent checked() {
    Check.that(medicines.size() <= MOST_MEDICINES, RefusalCode.FIELD_INVALID, "medicines");
    Check.that(results.size() <= MOST_RESULTS, RefusalCode.FIELD_INVALID, "testResults");
    Check.that(
        medicines.stream().map(Medicine::medicineId).distinct().count() == medicines.size(),
        RefusalCode.FIELD_INVALID,
        "medicines");
    return new ArticleContent(
        Check.text("title", title, 100),
        Check.text("text", text, 10_000),
        vitals == null || vitals.values().isEmpty() ? null : vitals.checked(),
        medicines.stream().map(Medicine::checked).toList(),
        results.stream().map(TestResult::checked).toList());
  }

  /** What it holds beside its words. */
  public Set<ArticlePart> parts() {
    Set<ArticlePart> parts = EnumSet.noneOf(ArticlePart.class);
    if (vitals != null) {
      parts.add(ArticlePart.VITALS);
    }
    if (!medicines.isEmpty()) {
      parts.add(ArticlePart.MEDICINES);
    }
    if (!results.isEmpty()) {
      parts.add(ArticlePart.RESULTS);
    }
    return Set.copyOf(parts);
  }

  public boolean saysNothing() {
    return text.isEmpty() && parts().isEmpty();
  }
}
