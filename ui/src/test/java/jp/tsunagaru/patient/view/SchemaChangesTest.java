package jp.tsunagaru.patient.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tsunagaru.patient.ExtendedSchema.Field;
import jp.tsunagaru.patient.ExtendedSchema.Kind;
import jp.tsunagaru.patient.ExtendedSchema.Option;
import jp.tsunagaru.patient.ExtendedSchema.Section;
import org.junit.jupiter.api.Test;

/** What the city reads before it decides. */
class SchemaChangesTest {
  private static final Option DOG = new Option("dog", "犬");
  private static final Option CAT = new Option("cat", "猫");
  private static final Field PET = new Field("pet", Kind.CHOICES, "ペット", List.of(DOG, CAT));
  private static final Field KEY = new Field("key", Kind.TEXT, "鍵", List.of());
  private static final Field MAP = new Field("map", Kind.LONG, "地図", List.of());
  private static final List<Section> BEFORE = List.of(section("生活", PET, KEY));

  @Test
  void what_is_the_same_is_no_change() {
    assertThat(SchemaChanges.between(BEFORE, List.of(section("生活", PET, KEY)))).isEmpty();
  }

  @Test
  void a_field_is_added_and_another_one_left_out_without_a_word_about_order() {
    assertThat(SchemaChanges.between(BEFORE, List.of(section("生活", MAP, KEY))))
        .containsExactly("追加：「地図」", "外す：「ペット」");
  }

  @Test
  void a_moved_field_and_a_renamed_section_are_named() {
    assertThat(SchemaChanges.between(BEFORE, List.of(section("生活", KEY, PET))))
        .containsExactly("節または並び順");
    assertThat(SchemaChanges.between(BEFORE, List.of(section("住まい", PET, KEY))))
        .containsExactly("節または並び順");
    assertThat(SchemaChanges.between(BEFORE, List.of(section("生活", PET), section("住まい", KEY))))
        .containsExactly("節または並び順");
  }

  @Test
  void a_field_and_its_options_get_other_names() {
    Field animals =
        new Field(
            "pet", Kind.CHOICES, "動物", List.of(new Option("cat", "ねこ"), new Option("bird", "鳥")));
    assertThat(SchemaChanges.between(BEFORE, List.of(section("生活", animals, KEY))))
        .containsExactly(
            "名前：「ペット」→「動物」", "「動物」の選択肢の名前：「猫」→「ねこ」", "「動物」の選択肢を追加：「鳥」", "「動物」の選択肢を外す：「犬」");
    Field turned = new Field("pet", Kind.CHOICES, "ペット", List.of(CAT, DOG));
    assertThat(SchemaChanges.between(BEFORE, List.of(section("生活", turned, KEY))))
        .containsExactly("「ペット」の選択肢の並び順");
  }

  private static Section section(String label, Field... fields) {
    return new Section(label, List.of(fields));
  }
}
