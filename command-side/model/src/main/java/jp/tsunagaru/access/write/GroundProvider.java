package jp.tsunagaru.access.write;

import java.util.Map;
import jp.tsunagaru.audit.event.AccessGround;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.stereotype.Component;

/** The ground of a command stands with its events, and goes no further. */
@Component
final class GroundProvider implements CorrelationDataProvider {
  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    Object ground = message.getMetaData().get(AccessGround.KEY);
    return message instanceof CommandMessage<?> && ground != null
        ? Map.of(AccessGround.KEY, ground)
        : Map.of();
  }
}
