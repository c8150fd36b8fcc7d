package jp.tsunagaru.access.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryResponseMessage;

/** Sends messages over the real buses and tells answer from refusal. */
final class Sending {
  private Sending() {}

  /** What came back: an answer, which may be nothing, or why not. */
  record Outcome(Optional<Object> answer, Optional<Throwable> failure) {
    void isRefused(RefusalCode code) {
      assertThat(failure)
          .get()
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    Object answered() {
      assertThat(failure).isEmpty();
      return answer.orElseThrow();
    }

    void isDone() {
      assertThat(failure).isEmpty();
    }

    boolean succeeded() {
      return failure.isEmpty();
    }
  }

  static Outcome command(People.Person person, Object command) {
    return command(person.origin(), command);
  }

  static Outcome command(Origin origin, Object command) {
    return commandWith(origin.toMetadata(), command);
  }

  static Outcome commandWith(Map<String, String> metadata, Object command) {
    AtomicReference<CommandResultMessage<?>> result = new AtomicReference<>();
    WriteSide.bean(CommandBus.class)
        .dispatch(
            GenericCommandMessage.asCommandMessage(command).withMetaData(metadata),
            (message, outcome) -> result.set(outcome));
    CommandResultMessage<?> message = result.get();
    return message.isExceptional()
        ? new Outcome(Optional.empty(), Optional.of(message.exceptionResult()))
        : new Outcome(Optional.ofNullable(message.getPayload()), Optional.empty());
  }

  static Outcome query(People.Person person, Object query) {
    return query(person.origin(), query);
  }

  static Outcome query(Origin origin, Object query) {
    return queryWith(origin.toMetadata(), query);
  }

  static Outcome queryWith(Map<String, String> metadata, Object query) {
    return outcome(asked(metadata, query));
  }

  static CompletableFuture<QueryResponseMessage<Object>> asked(
      Map<String, String> metadata, Object query) {
    return WriteSide.bean(QueryBus.class)
        .query(
            new GenericQueryMessage<>(query, ResponseTypes.instanceOf(Object.class))
                .withMetaData(metadata));
  }

  static Outcome outcome(CompletableFuture<QueryResponseMessage<Object>> asked) {
    return asked
        .orTimeout(20, TimeUnit.SECONDS)
        .handle((message, failure) -> {
          if (failure != null) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            return new Outcome(Optional.empty(), Optional.of(cause));
          }
          return message.isExceptional()
              ? new Outcome(Optional.empty(), Optional.of(message.exceptionResult()))
              : new Outcome(Optional.ofNullable(message.getPayload()), Optional.empty());
        })
        .join();
  }
}
