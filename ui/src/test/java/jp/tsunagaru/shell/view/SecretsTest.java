package jp.tsunagaru.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretsTest {
  @Test
  void a_one_time_password_is_long_enough_and_has_no_characters_that_look_alike() {
    for (int i = 0; i < 200; i++) {
      assertThat(Secrets.oneTimePassword().value())
          .hasSizeGreaterThanOrEqualTo(14)
          .doesNotContainPattern("[0O1lIo]");
    }
  }

  @Test
  void no_two_one_time_passwords_are_alike() {
    Set<String> seen = new HashSet<>();

    for (int i = 0; i < 1000; i++) {
      seen.add(Secrets.oneTimePassword().value());
    }

    assertThat(seen).hasSize(1000);
  }
}
