package jp.tsunagaru.axon.message;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Settings without which this software would be wrong or unsafe: they are packaged with it, and an
 * operator has to override them on purpose.
 */
final class AxonDefaults implements EnvironmentPostProcessor {
  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String axonServer = environment.getProperty("tsunagaru.events.axon-server", "");
    Map<String, Object> defaults = new HashMap<>();
    // A health network does not phone home.
    defaults.put("axon.update-check.disabled", "true");
    System.setProperty("disable-axoniq-console-message", "true");
    defaults.put("axon.serializer.general", "jackson3");
    defaults.put("axon.serializer.messages", "jackson3");
    defaults.put("axon.serializer.events", "jackson3");
    defaults.put("axon.axonserver.enabled", Boolean.toString(!axonServer.isBlank()));
    if (!axonServer.isBlank()) {
      defaults.put("axon.axonserver.servers", axonServer);
      // Both buses stay inside this process: those of MessageConfiguration take the places of the
      // server's.
      defaults.put("axon.axonserver.suppress-download-message", "true");
      // Newer servers would be asked for streams that the open ones do not have.
      defaults.put("axon.axonserver.auto-persistent-streams-enable", "false");
    }
    // A rebuild's batch may take longer than a command.
    defaults.put("axon.timeout.unit-of-work.timeout-ms", "600000");
    defaults.put("axon.timeout.handler.events.timeout-ms", "600000");
    defaults.put(
        "spring.autoconfigure.exclude",
        String.join(
            ",",
            // It would hang every interceptor bean on every bus and event processor.
            "org.axonframework.springboot.autoconfig.InterceptorAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration"));
    defaults.put("spring.jpa.open-in-view", "false");
    defaults.put("spring.jpa.hibernate.ddl-auto", "none");
    defaults.put("spring.flyway.locations", "classpath:db/migration");
    // Numbers are handed out by module, so that a newer file may have a smaller one.
    defaults.put("spring.flyway.out-of-order", "true");
    defaults.put("spring.datasource.hikari.maximum-pool-size", "40");
    // Nobody looks at a spinning wheel for longer when the database is away.
    defaults.put("spring.datasource.hikari.connection-timeout", "5000");
    // Many short questions at a time: workers and machine code for one of them take longer to get
    // ready than the answer, and most of all when the machine is busy.
    defaults.put(
        "spring.datasource.hikari.data-source-properties.options",
        "-c max_parallel_workers_per_gather=0 -c jit=off");
    // It logs each refusal of a constructor with a stack trace; a refusal is nobody's error.
    defaults.put("logging.level.org.axonframework.modelling.command.AbstractRepository", "ERROR");
    defaults.put("logging.level.org.flywaydb.core.internal.sqlscript", "ERROR");
    environment.getPropertySources().addLast(new MapPropertySource("tsunagaru-axon", defaults));
  }
}
