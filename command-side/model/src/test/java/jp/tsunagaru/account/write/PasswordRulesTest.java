package jp.tsunagaru.account.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  private static final LoginId LOGIN = new LoginId("n.yamada");
  private static final List<String> NAMES =
      List.of("ひまわり訪問看護ステーション", "山田", "太郎", "やまだ", "たろう", "Garcia");

  private final PasswordRules rules = PasswordRules.packaged();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kaze+Ame=927-x",
        "nagare boshi 58 ko",
        "T7#kq9!mZ2$vLp",
        "ｋａｚｅ＋ａｍｅ＝９２７－ｘ",
        "夜空に星が7つ光る、静かに",
        "correct horse battery 4 staple"
      })
  void a_good_password_passes(String password) {
    assertThat(rules.broken(new Secret(password), LOGIN, NAMES, false)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          Kaze+Ame=927        , LENGTH
          kazetoamenokuni     , MIXED
          Kazetoame92718      , MIXED
          927184650273!       , MIXED
          x-n.yamada-2719!    , LOGIN_ID
          x-adamay.n-2719!    , LOGIN_ID
          山田の家-2719-kz!     , NAME
          Yamada-2719-kz+q    , NAME
          kz+q-tarou-2719     , NAME
          garcia-2719-kz+q    , NAME
          ヤマダ2719-kz+qvw      , NAME
          aaaaaaaaaaaa1!      , SEQUENCE
          a1!a1!a1!a1!a1!     , SEQUENCE
          abcdefghij1234!     , SEQUENCE
          qwertyuiop123!      , SEQUENCE
          98765432!fedcba     , SEQUENCE
          Password-271946     , COMMON
          P@ssw0rd-271946!    , COMMON
          komaki+Kango=2719   , COMMON
          つながるくん-271946!    , COMMON
          2719-つながる-4638!     , COMMON
          Reiwa-Sakura-271    , COMMON
          """)
  void a_weak_password_is_refused_with_the_rule_it_breaks(
      String password, PasswordRules.Rule rule) {
    assertThat(rules.broken(new Secret(password), LOGIN, NAMES, false)).contains(rule);
  }

  @Test
  void eight_characters_do_beside_a_second_factor() {
    assertThat(rules.broken(new Secret("kz+7qW!m"), LOGIN, NAMES, true)).isEmpty();
    assertThat(rules.broken(new Secret("kz+7qW!"), LOGIN, NAMES, true))
        .contains(PasswordRules.Rule.LENGTH);
  }

  @Test
  void a_password_that_only_costs_time_to_hash_is_refused() {
    assertThat(rules.broken(new Secret("Kaze+Ame=927".repeat(30)), LOGIN, NAMES, false))
        .contains(PasswordRules.Rule.LENGTH);
  }
}
