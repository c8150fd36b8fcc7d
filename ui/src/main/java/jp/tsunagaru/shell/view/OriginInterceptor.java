package jp.tsunagaru.shell.view;

import java.util.List;
import java.util.function.BiFunction;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Says on every message who sends it. An automation names itself; a message that names nobody comes
 * from the person at the screen, and from a visitor when nobody is signed in.
 */
@Component
class OriginInterceptor implements SmartInitializingSingleton {
  private final CommandBus commands;
  private final QueryBus queries;

  OriginInterceptor(CommandBus commands, QueryBus queries) {
    this.commands = commands;
    this.queries = queries;
  }

  @Override
  public void afterSingletonsInstantiated() {
    commands.registerDispatchInterceptor(new Naming<>());
    queries.registerDispatchInterceptor(new Naming<>());
  }

  private static final class Naming<T extends Message<?>> implements MessageDispatchInterceptor<T> {
    @Override
    public BiFunction<Integer, T, T> handle(List<? extends T> messages) {
      return (index, message) -> named(message);
    }

    @SuppressWarnings("unchecked")
    private T named(T message) {
      if (Origin.from(message.getMetaData()).isPresent()) {
        return message;
      }
      Origin origin =
          SignedInUser.current()
              .map(SignedInUser::origin)
              .orElseGet(() -> Origin.visitor(ClientAddress.current()));
      return (T) message.andMetaData(origin.toMetadata());
    }
  }
}
