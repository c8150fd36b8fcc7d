package jp.tsunagaru.axon.message;

import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
  @Bean
  MovableClock clock() {
    MovableClock clock = MovableClock.japan();
    GenericEventMessage.clock = clock;
    return clock;
  }
}
