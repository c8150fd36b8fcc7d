package jp.tsunagaru.axon.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Each stream of PostgreSQL has a log of its own: two logs never have to agree on an order. */
@Configuration(proxyBeanMethods = false)
class ProofConfiguration {
  static final String DOMAIN = "domain";
  static final String ACCESS = "access";
  static final String PUBLIC_KEY = "public-key.pem";

  static Path heads(Path directory, String log) {
    return directory.resolve(log + "-heads.jsonl");
  }

  /** All of a proof belongs together: only where events are in PostgreSQL there is one. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnExpression("'${tsunagaru.events.axon-server:}' == ''")
  @EnableConfigurationProperties(ProofProperties.class)
  static class InPostgres {
    @Bean
    SigningKey proofKey(
        @Value("${tsunagaru.proof.key:${tsunagaru.data:data}/keys/proof.key}") Path key,
        @Value("${tsunagaru.proof.directory:${tsunagaru.data:data}/proof}") Path directory)
        throws IOException, GeneralSecurityException {
      return SigningKey.in(key.toAbsolutePath(), directory.toAbsolutePath().resolve(PUBLIC_KEY));
    }

    @Bean
    ProofLogs proofLogs(
        SigningKey key,
        JdbcClient jdbc,
        PlatformTransactionManager transactions,
        ProofProperties properties,
        @Value("${tsunagaru.proof.directory:${tsunagaru.data:data}/proof}") Path directory) {
      return new ProofLogs(
          Stream.of(DOMAIN, ACCESS)
              .map(log ->
                  new ProofLog(
                      log,
                      new PostgresEntries(log, jdbc),
                      jdbc,
                      transactions,
                      key,
                      new HeadFile(heads(directory.toAbsolutePath(), log)),
                      // Heads carry the time of the machine: an invented past is for events only.
                      Clock.systemUTC(),
                      properties.interval()))
              .toList());
    }

    @Bean
    ProofAppender proofAppender(ProofLogs logs, ProofProperties properties) {
      return new ProofAppender(logs.all(), properties);
    }

    @Bean
    ProofHealth proofHealthIndicator(ProofLogs logs) {
      return new ProofHealth(logs.all());
    }

    @Bean
    Proofs proofs(JdbcClient jdbc, SigningKey key) {
      return new JdbcProofs(jdbc, key, new PostgresEntries(ACCESS, jdbc));
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnExpression("'${tsunagaru.events.axon-server:}' != ''")
  static class InAxonServer {
    @Bean
    Proofs proofs() {
      return new Proofs() {
        @Override
        public List<LogState> states() {
          return List.of();
        }

        @Override
        public Optional<Inclusion> ofAccess(String eventId) {
          return Optional.empty();
        }
      };
    }
  }

  record ProofLogs(List<ProofLog> all) {}
}
