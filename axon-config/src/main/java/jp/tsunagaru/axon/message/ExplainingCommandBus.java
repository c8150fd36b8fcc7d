package jp.tsunagaru.axon.message;

import java.util.concurrent.atomic.AtomicBoolean;
import jp.tsunagaru.axon.database.Creation;
import jp.tsunagaru.kernel.Creates;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.springframework.beans.factory.ObjectProvider;

/**
 * A local command bus whose callers learn what a failed commit means. Where events and guard tables
 * are one database, what {@link Creates} is tried first as a {@link Creation}.
 */
final class ExplainingCommandBus extends SimpleCommandBus {
  private final ObjectProvider<Failures> failures;
  private final boolean oneDatabase;

  ExplainingCommandBus(
      SimpleCommandBus.Builder builder, ObjectProvider<Failures> failures, boolean oneDatabase) {
    super(builder);
    this.failures = failures;
    this.oneDatabase = oneDatabase;
  }

  @Override
  public <C, R> void dispatch(
      CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
    CommandCallback<C, R> explaining =
        (message, result) -> callback.onResult(message, explained(result));
    if (!oneDatabase
        || !(command.getPayload() instanceof Creates creates)
        || !created(creates, command, explaining)) {
      super.<C, R>dispatch(command, explaining);
    }
  }

  /** False, and nothing done or answered, when that failed which was decided without a look. */
  private <C, R> boolean created(
      Creates creates, CommandMessage<C> command, CommandCallback<C, R> callback) {
    AtomicBoolean unanswered = new AtomicBoolean();
    CommandCallback<C, R> first =
        (message, result) -> {
          if (result.isExceptional()
              && Creation.current().filter(Creation::streamPassedOver).isPresent()) {
            unanswered.set(true);
          } else {
            callback.onResult(message, result);
          }
        };
    Creation.during(
        creates.createdId(), () -> ExplainingCommandBus.super.<C, R>dispatch(command, first));
    return !unanswered.get();
  }

  private <R> CommandResultMessage<? extends R> explained(
      CommandResultMessage<? extends R> result) {
    if (!result.isExceptional()) {
      return result;
    }
    return failures.stream()
        .flatMap(known -> known.meaning(result.exceptionResult()).stream())
        .findFirst()
        .<CommandResultMessage<? extends R>>map(
            meaning -> new GenericCommandResultMessage<R>(meaning, result.getMetaData()))
        .orElse(result);
  }
}
