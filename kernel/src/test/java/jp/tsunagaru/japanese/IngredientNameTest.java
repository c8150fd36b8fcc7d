package jp.tsunagaru.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngredientNameTest {
  private static final List<String> INGREDIENTS =
      List.of(
          "アムロジピン",
          "ロキソプロフェン",
          "アンブロキソール",
          "フロセミド",
          "ワルファリン",
          "バルプロ酸",
          "葉酸",
          "レボチロキシン",
          "ビタミンB12",
          "酸化マグネシウム",
          "塩化ナトリウム",
          "炭酸カルシウム",
          "センノシド",
          "プレガバリン");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          アムロジピンベシル酸塩,           ベシル酸アムロジピン
          アムロジピンベシル酸塩,           【般】アムロジピン錠５ｍｇ
          アムロジピン,                    ｱﾑﾛｼﾞﾋﾟﾝ
          アムロジピン,                    あむろじぴん OD錠2.5mg「トーワ」
          ロキソプロフェンナトリウム水和物,   ロキソプロフェンナトリウム
          ロキソプロフェンナトリウム水和物,   ロキソプロフェン錠60mg
          バルプロ酸ナトリウム,             バルプロ酸
          ワルファリンカリウム,             ワルファリン
          アンブロキソール塩酸塩,           塩酸アンブロキソール徐放カプセル45mg
          コデインリン酸塩水和物,           リン酸コデイン散1%
          デキストロメトルファン臭化水素酸塩水和物, デキストロメトルファン
          メコバラミン,                    メコバラミン錠500μg
          レボチロキシンナトリウム水和物,    レボチロキシンNa（レボチロキシンナトリウム）
          酸化マグネシウム,                酸化マグネシウム錠330mg
          Furosemide,                     ＦＵＲＯＳＥＭＩＤＥ
          """)
  void names_of_one_ingredient_have_one_key(String one, String other) {
    if (other.startsWith("レボチロキシンNa")) {
      // An abbreviation is not known: honest, not clever.
      assertThat(IngredientName.keys(one)).isNotEqualTo(IngredientName.keys(other));
    } else {
      assertThat(IngredientName.keys(one)).isNotEmpty().isEqualTo(IngredientName.keys(other));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "塩化ナトリウム, 塩化カリウム",
    "炭酸カルシウム, 炭酸水素ナトリウム",
    "酸化マグネシウム, 酸化亜鉛",
    "クエン酸カリウム, クエン酸ナトリウム水和物",
    "L-アスパラギン酸カルシウム, L-アスパラギン酸カリウム",
    "硫酸マグネシウム, 硫酸バリウム",
    "葉酸, 乳酸",
    "ビタミンB1, ビタミンB12",
    "アムロジピン, アムロジピン・アトルバスタチン",
    "プレドニゾロン, メチルプレドニゾロン",
    "ジルチアゼム, ニルバジピン"
  })
  void different_ingredients_keep_different_keys(String one, String other) {
    assertThat(IngredientName.keys(one)).isNotEmpty().isNotEqualTo(IngredientName.keys(other));
  }

  @Test
  void several_ingredients_have_a_key_each() {
    assertThat(IngredientName.keys("アムロジピンベシル酸塩／アトルバスタチンカルシウム水和物 配合錠"))
        .isEqualTo(
            Set.copyOf(
                List.of(
                    IngredientName.keys("アムロジピン").iterator().next(),
                    IngredientName.keys("アトルバスタチン").iterator().next())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " 　", "・", "（）", "【般】"})
  void nothing_has_no_key(String text) {
    assertThat(IngredientName.keys(text)).isEmpty();
  }

  /** What is added by the rule is taken off by it, in any combination. */
  @Test
  void salt_water_form_and_strength_make_no_difference() {
    for (String ingredient : INGREDIENTS) {
      Set<String> plain = IngredientName.keys(ingredient);
      for (String salt : List.of("", "塩酸塩", "マレイン酸塩", "メシル酸塩水和物", "水和物")) {
        for (String form : List.of("", "錠", "OD錠", "細粒", "カプセル")) {
          for (String strength : List.of("", " 5mg", "　２．５ｍｇ", " 10%", " 100μg")) {
            for (String aside : List.of("", "「サワイ」", "（先発）")) {
              String written = "【般】 " + ingredient + salt + form + strength + aside;
              assertThat(IngredientName.keys(written)).as(written).isEqualTo(plain);
            }
          }
        }
      }
    }
  }

  @Test
  void a_key_is_its_own_key() {
    for (String ingredient : INGREDIENTS) {
      for (String key : IngredientName.keys(ingredient + "塩酸塩錠5mg")) {
        assertThat(IngredientName.keys(key)).containsExactly(key);
      }
    }
  }

  /** A long text costs no long time and breaks nothing. */
  @Test
  void whatever_is_typed_is_answered() {
    assertThat(IngredientName.keys("錠".repeat(100))).hasSizeLessThanOrEqualTo(1);
    assertThat(IngredientName.keys("水和物".repeat(30) + "(".repeat(30))).hasSizeLessThanOrEqualTo(1);
    assertThat(IngredientName.keys("\u0000\ud83d\ude00・９９９９")).isNotEmpty();
  }
}
