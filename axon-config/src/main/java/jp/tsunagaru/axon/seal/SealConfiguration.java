package jp.tsunagaru.axon.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

@Configuration(proxyBeanMethods = false)
class SealConfiguration {
  @Bean
  JdbcKeyStore keyStore(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      @Value("${tsunagaru.events.axon-server:}") String axonServer,
      @Value("${tsunagaru.keys.master:${tsunagaru.data:data}/keys/master.key}") Path master)
      throws IOException, GeneralSecurityException {
    return new JdbcKeyStore(
        jdbc,
        MasterKey.in(master.toAbsolutePath()),
        axonServer.isBlank() ? null : ownTransaction(transactions));
  }

  private static TransactionTemplate ownTransaction(PlatformTransactionManager transactions) {
    TransactionTemplate own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return own;
  }

  @Bean
  TinkSealer sealer(JdbcKeyStore keys) {
    return new TinkSealer(keys);
  }

  /** Axon's replay tokens hold values of open type, which Jackson denies unless allowed by name. */
  @Bean
  Jackson3SerializerCustomizer sealedSerializer(Sealer sealer) {
    return mapper ->
        mapper
            .addModule(new PersonalModule(sealer))
            .polymorphicTypeValidator(
                BasicPolymorphicTypeValidator.builder()
                    .allowIfSubType("org.axonframework.")
                    .allowIfSubType("jp.tsunagaru.")
                    .allowIfSubType("java.lang.")
                    .allowIfSubType("java.time.")
                    .allowIfSubType("java.util.")
                    .build());
  }
}
