package jp.tsunagaru.demo;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/** Commands and queries in the name of somebody, as the views send them. */
final class Sender {
  private static final long SECONDS = 60;

  private final CommandGateway commands;
  private final QueryGateway queries;

  Sender(CommandGateway commands, QueryGateway queries) {
    this.commands = commands;
    this.queries = queries;
  }

  <R> @Nullable R send(Object command, Origin origin) {
    try {
      return commands.sendAndWait(
          new GenericCommandMessage<>(command, MetaData.from(origin.toMetadata())));
    } catch (RuntimeException e) {
      throw refusal(e).map(RuntimeException.class::cast).orElse(e);
    }
  }

  <R> R ask(Object query, Class<R> answer, Origin origin) throws InterruptedException {
    try {
      return queries
          .query(new GenericMessage<>(query, MetaData.from(origin.toMetadata())), answer)
          .get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw refusal(e).orElseThrow(() -> new IllegalStateException(e.getCause()));
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Sends what may have been done by an earlier filling that was cut short.
   *
   * @param done the refusals that say so
   */
  void sendOnce(Object command, Origin origin, RefusalCode... done) {
    try {
      send(command, origin);
    } catch (Refused refused) {
      for (RefusalCode code : done) {
        if (refused.code() == code) {
          return;
        }
      }
      throw refused;
    } catch (ConcurrencyException | AggregateStreamCreationException alreadyThere) {
      // The aggregate was made then.
      return;
    }
  }

  private static Optional<Refused> refusal(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return Optional.of(refused);
      }
    }
    return Optional.empty();
  }
}
