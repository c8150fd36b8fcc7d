package jp.tsunagaru.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.Medicine;
import jp.tsunagaru.document.SameIngredient;
import jp.tsunagaru.document.VitalSign;
import org.junit.jupiter.api.Test;

class FieldsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 8, 10);
  private static final CityPlan PLAN = CityPlan.from(FIRST);
  private static final Fields FIELDS = new Fields(PLAN);

  @Test
  void everything_in_fields_is_what_a_command_takes() {
    assertThat(PLAN.posts())
        .allSatisfy(post -> {
          ArticleContent content = FIELDS.of(post, post.text());
          assertThat(content.checked().parts()).isEqualTo(content.parts());
        });
    Fields again = new Fields(CityPlan.from(FIRST));
    assertThat(PLAN.posts())
        .allSatisfy(post ->
            assertThat(again.of(post, post.text())).isEqualTo(FIELDS.of(post, post.text())));
  }

  @Test
  void the_screens_are_not_empty() {
    Map<String, Integer> measured = new HashMap<>();
    Map<String, List<Medicine>> taken = new HashMap<>();
    int results = 0;
    for (PostPlan post : PLAN.posts()) {
      ArticleContent content = FIELDS.of(post, post.text());
      if (content.vitals() != null && content.vitals().values().containsKey(VitalSign.SYSTOLIC)) {
        measured.merge(post.patient().key(), 1, Integer::sum);
      }
      taken
          .computeIfAbsent(post.patient().key(), key -> new ArrayList<>())
          .addAll(content.medicines());
      results += content.results().size();
    }

    assertThat(measured.values().stream().filter(count -> count >= 3)).hasSizeGreaterThan(10);
    assertThat(taken.values().stream().filter(medicines -> !medicines.isEmpty()))
        .hasSizeGreaterThan(20);
    assertThat(
            taken.values().stream()
                .filter(medicines ->
                    !SameIngredient.among(medicines, FIRST.plusDays(Calendar.LAST)).isEmpty()))
        .hasSizeBetween(1, 8);
    assertThat(results).isPositive();
  }
}
