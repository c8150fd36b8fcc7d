package jp.tsunagaru.document.view;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagaru.document.MedicineStep;
import jp.tsunagaru.document.VitalSign;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the fields so far, read or not. What a draft of an older release lacks is
 * empty.
 *
 * @param measuredAt local date and time; blank when none is chosen
 * @param vitals as typed; null while that part is closed
 */
record PartsDraft(
    String measuredAt,
    @Nullable Map<VitalSign, String> vitals,
    List<MedicineDraft> medicines,
    List<ResultDraft> results) {
  static final PartsDraft NONE = new PartsDraft("", null, List.of(), List.of());

  PartsDraft {
    measuredAt = text(measuredAt);
    medicines = List.copyOf(Objects.requireNonNullElse(medicines, List.of()));
    results = List.copyOf(Objects.requireNonNullElse(results, List.of()));
  }

  boolean saysNothing() {
    return (vitals == null || vitals.values().stream().allMatch(String::isBlank))
        && medicines.stream().allMatch(MedicineDraft::saysNothing)
        && results.stream().allMatch(ResultDraft::saysNothing);
  }

  /**
   * @param start as ISO date; blank for none
   * @param end as ISO date; blank for none
   */
  record MedicineDraft(
      String medicineId,
      MedicineStep step,
      String name,
      String ingredient,
      String dose,
      String usage,
      String start,
      String end,
      String source) {
    MedicineDraft {
      medicineId = text(medicineId);
      step = Objects.requireNonNullElse(step, MedicineStep.START);
      name = text(name);
      ingredient = text(ingredient);
      dose = text(dose);
      usage = text(usage);
      start = text(start);
      end = text(end);
      source = text(source);
    }

    /** The first day is offered and not entered. */
    boolean saysNothing() {
      return step == MedicineStep.START
          && (name + ingredient + dose + usage + end + source).isBlank();
    }
  }

  record ResultDraft(String item, String value, String unit, String reference) {
    ResultDraft {
      item = text(item);
      value = text(value);
      unit = text(unit);
      reference = text(reference);
    }

    boolean saysNothing() {
      return (item + value + unit + reference).isBlank();
    }
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
