package jp.tsunagaru.axon.message;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.springframework.beans.factory.ObjectProvider;

/** A local command bus whose callers learn what a failed commit means. */
final class ExplainingCommandBus extends SimpleCommandBus {
  private final ObjectProvider<Failures> failures;

  ExplainingCommandBus(SimpleCommandBus.Builder builder, ObjectProvider<Failures> failures) {
    super(builder);
    this.failures = failures;
  }

  @Override
  public <C, R> void dispatch(
      CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
    super.<C, R>dispatch(
        command, (message, result) -> callback.onResult(message, explained(result)));
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
