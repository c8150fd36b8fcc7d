package jp.tsunagaru.axon.projection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * The operator's door to {@link Rebuild}: {@code tsunagaru.rebuild=group[,group]} makes these read
 * models anew at the start, {@code all} every one, before any processor runs. What an earlier start
 * left unfinished comes first, also without being asked; a restored backup leaves all of them so.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class RebuildConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(RebuildConfiguration.class);

  @Bean
  @Lazy
  Rebuild rebuild(
      ConfigurableListableBeanFactory beans,
      DataSource dataSource,
      Configuration axon,
      @Value("${tsunagaru.events.axon-server:}") String axonServer,
      ObjectProvider<SingleEventUpcaster> upcasters) {
    return new Rebuild(
        beans, dataSource, axon, axonServer.isBlank(), upcasters.stream().findAny().isPresent());
  }

  @Bean
  ConfigurerModule rebuildAtStart(
      ObjectProvider<Rebuild> rebuild, @Value("${tsunagaru.rebuild:}") List<String> asked) {
    return configurer ->
        configurer.onInitialize(configuration ->
            configuration.onStart(
                Phase.INBOUND_EVENT_CONNECTORS - 1, () -> atStart(rebuild.getObject(), asked)));
  }

  private static void atStart(Rebuild rebuild, List<String> asked) {
    Set<String> groups = new LinkedHashSet<>();
    List<String> wanted = new ArrayList<>(rebuild.unfinished());
    wanted.addAll(asked);
    for (String group : wanted) {
      if (group.strip().equals(Rebuild.ALL)) {
        groups.addAll(rebuild.groups());
      } else if (!group.isBlank()) {
        groups.add(group.strip());
      }
    }
    for (String group : groups) {
      LOG.info("Read model {} is being made anew", group);
      rebuild.run(group);
      // A processor that replays by itself is asked once.
      rebuild.done(group);
    }
    rebuild.done(Rebuild.ALL);
  }
}
