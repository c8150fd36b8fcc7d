package jp.tsunagaru.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 薬の重複投与の防止 (第3条1(1)). */
class SameIngredientTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

  @Test
  void a_brand_and_a_generic_meet_in_the_ingredient_that_was_entered() {
    Medicine brand = medicine("ノルバスク錠5mg", "アムロジピンベシル酸塩", null, null);
    Medicine generic = medicine("アムロジピンOD錠5mg「トーワ」", "", null, null);
    Medicine other = medicine("フロセミド錠20mg", "フロセミド", null, null);

    assertThat(SameIngredient.among(List.of(brand, other, generic), TODAY))
        .containsExactly(new SameIngredient(List.of(brand, generic)));
  }

  @Test
  void a_brand_without_ingredient_is_not_recognised() {
    assertThat(
            SameIngredient.among(
                List.of(
                    medicine("ノルバスク錠5mg", "", null, null),
                    medicine("アムロジピン錠5mg", "アムロジピン", null, null)),
                TODAY))
        .isEmpty();
  }

  @Test
  void one_ingredient_of_a_combination_is_enough() {
    Medicine both = medicine("カデュエット配合錠2番", "アムロジピン・アトルバスタチン", null, null);
    Medicine one = medicine("リピトール錠10mg", "アトルバスタチンカルシウム水和物", null, null);

    assertThat(SameIngredient.among(List.of(both, one), TODAY))
        .containsExactly(new SameIngredient(List.of(both, one)));
  }

  @Test
  void what_shares_two_ingredients_is_named_once() {
    Medicine one = medicine("配合錠A", "アムロジピン・アトルバスタチン", null, null);
    Medicine other = medicine("配合錠B", "アトルバスタチン／アムロジピン", null, null);

    assertThat(SameIngredient.among(List.of(one, other), TODAY)).hasSize(1);
  }

  @Test
  void what_is_over_or_follows_is_no_duplicate() {
    Medicine over = medicine("A", "フロセミド", null, TODAY.minusDays(1));
    Medicine now = medicine("B", "フロセミド", TODAY.minusDays(10), TODAY.plusDays(3));
    Medicine next = medicine("C", "フロセミド", TODAY.plusDays(4), TODAY.plusDays(17));
    Medicine tooEarly = medicine("D", "フロセミド", TODAY.plusDays(3), null);

    assertThat(SameIngredient.among(List.of(over, now, next), TODAY)).isEmpty();
    assertThat(SameIngredient.among(List.of(now, tooEarly), TODAY)).hasSize(1);
  }

  @Test
  void what_is_stopped_today_may_be_replaced_today() {
    Medicine former = medicine("A", "フロセミド", TODAY.minusDays(10), TODAY);
    Medicine stopped =
        new Medicine(
            former.medicineId(),
            MedicineStep.STOP,
            "A",
            "フロセミド",
            "",
            "",
            former.start(),
            TODAY,
            "");
    Medicine instead = medicine("B", "フロセミド", TODAY, null);

    assertThat(SameIngredient.among(List.of(former, instead), TODAY)).hasSize(1);
    assertThat(SameIngredient.among(List.of(stopped, instead), TODAY)).isEmpty();
    assertThat(stopped.goesOnAt(TODAY)).isFalse();
  }

  private static Medicine medicine(
      String name, String ingredient, @Nullable LocalDate start, @Nullable LocalDate end) {
    return new Medicine(
        MedicineId.next(), MedicineStep.START, name, ingredient, "", "", start, end, "");
  }
}
