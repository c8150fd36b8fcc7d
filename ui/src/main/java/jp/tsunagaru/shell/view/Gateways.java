package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.UI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends and asks without ever blocking a view: the continuation runs in the user's session, at once
 * when the answer is already there. A refusal is shown as a sentence unless the caller deals with
 * it.
 */
@Component
public class Gateways {
  private final CommandGateway commands;
  private final QueryGateway queries;

  Gateways(CommandGateway commands, QueryGateway queries) {
    this.commands = commands;
    this.queries = queries;
  }

  public <R> void ask(Object query, Class<R> answer, Consumer<R> then) {
    ask(query, answer, then, Refusals::show);
  }

  public <R> void ask(
      Object query, Class<R> answer, Consumer<R> then, Consumer<Throwable> otherwise) {
    follow(queries.query(query, answer), then, otherwise);
  }

  /** Sends a command whose result does not matter. */
  public void send(Object command, Runnable then) {
    send(command, then, Refusals::show);
  }

  public void send(Object command, Runnable then, Consumer<Throwable> otherwise) {
    follow(commands.send(command), ignored -> then.run(), otherwise);
  }

  static <R> void follow(
      CompletableFuture<R> future, Consumer<R> then, Consumer<Throwable> otherwise) {
    if (future.isDone()) {
      future.whenComplete((answer, failure) -> continueWith(answer, failure, then, otherwise));
      return;
    }
    UI ui = UI.getCurrent();
    future.whenComplete(
        (answer, failure) -> ui.access(() -> continueWith(answer, failure, then, otherwise)));
  }

  /** What breaks here would stay with the future or in the log: the person is told, too. */
  private static <R> void continueWith(
      R answer, @Nullable Throwable failure, Consumer<R> then, Consumer<Throwable> otherwise) {
    try {
      if (failure == null) {
        then.accept(answer);
      } else {
        otherwise.accept(failure);
      }
    } catch (RuntimeException unexpected) {
      Refusals.show(unexpected);
    }
  }
}
