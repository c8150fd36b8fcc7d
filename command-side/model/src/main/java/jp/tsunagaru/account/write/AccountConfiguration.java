package jp.tsunagaru.account.write;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

@Configuration(proxyBeanMethods = false)
class AccountConfiguration {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** Argon2id with at least what OWASP asks for (C-04). */
  @Bean
  PasswordHashing passwordHashing(
      @Value("${tsunagaru.password.memory-kib:19456}") int memoryKib,
      @Value("${tsunagaru.password.iterations:2}") int iterations,
      @Value("${tsunagaru.password.parallelism:1}") int parallelism,
      @Value("${tsunagaru.password.at-once:4}") int atOnce) {
    return new PasswordHashing(
        new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, parallelism, memoryKib, iterations),
        atOnce);
  }

  @Bean
  PasswordRules passwordRules() {
    return PasswordRules.packaged();
  }
}
