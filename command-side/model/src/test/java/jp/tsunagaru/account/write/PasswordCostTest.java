package jp.tsunagaru.account.write;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagaru.account.Secret;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What a password costs where nobody has set anything (C-04). */
class PasswordCostTest {
  @Test
  void it_costs_what_owasp_asks_of_argon2id() {
    try (AnnotationConfigApplicationContext context =
        new AnnotationConfigApplicationContext(AccountConfiguration.class)) {
      assertThat(context.getBean(PasswordHashing.class).hash(new Secret("Kakehashi-2026")))
          .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }
  }
}
