package jp.tsunagaru.document;

import java.time.LocalDate;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * 薬 as an article says it is from then on (DC-10). Each step says everything anew, so the newest
 * step that one may see is the state of the medicine.
 *
 * @param name as written, such as a brand with its strength
 * @param ingredient 一般名 as entered; blank when nobody entered it
 * @param usage 用法
 * @param end last day, or of a stop the first day without it; null while it goes on
 * @param source who prescribed or dispensed it
 */
public record Medicine(
    MedicineId medicineId,
    MedicineStep step,
    String name,
    String ingredient,
    String dose,
    String usage,
    @Nullable LocalDate start,
    @Nullable LocalDate end,
    String source) {
  /** As a command may carry it; a stop says its day. */
  Medicine checked() {
    Check.that(
        start == null || end == null || !end.isBefore(start),
        RefusalCode.FIELD_INVALID,
        "medicineEnd");
    Check.that(
        step != MedicineStep.STOP || end != null, RefusalCode.FIELD_REQUIRED, "medicineStop");
    return new Medicine(
        medicineId,
        step,
        Check.required("medicineName", name, 100),
        Check.text("medicineIngredient", ingredient, 100),
        Check.text("medicineDose", dose, 50),
        Check.text("medicineUsage", usage, 100),
        start,
        end,
        Check.text("medicineSource", source, 100));
  }

  /** Whether it is taken on that day or will be. */
  public boolean goesOnAt(LocalDate day) {
    LocalDate last = lastDay();
    return last == null || !last.isBefore(day);
  }

  /** The last day on which it is taken; null while it goes on. */
  public @Nullable LocalDate lastDay() {
    return end == null || step != MedicineStep.STOP ? end : end.minusDays(1);
  }
}
