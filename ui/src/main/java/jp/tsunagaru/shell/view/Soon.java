package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.tsunagaru.refusal.RefusalCode;

/**
 * Asks until an answer shows what was just done: what is read follows what was written by a moment,
 * on a busy machine by several. After three seconds it asks once a second; after thirty it takes
 * the answer as it is.
 */
public final class Soon {
  private static final int QUICK_TRIES = 15;
  private static final int TRIES = QUICK_TRIES + 27;
  private static final Executor SOON =
      CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);
  private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

  private Soon() {}

  public static <R> void ask(
      Gateways gateways,
      Object query,
      Class<R> answer,
      Predicate<R> shown,
      Consumer<R> then,
      Consumer<Throwable> otherwise) {
    ask(new Question<>(gateways, UI.getCurrent(), query, answer, shown, then, otherwise), 1);
  }

  private static <R> void ask(Question<R> question, int attempt) {
    question
        .gateways()
        .ask(
            question.query(),
            question.answer(),
            found -> {
              if (attempt == TRIES || question.shown().test(found)) {
                question.then().accept(found);
              } else {
                again(question, attempt + 1);
              }
            },
            failure -> {
              if (attempt < TRIES && Refusals.is(failure, RefusalCode.NOT_FOUND)) {
                again(question, attempt + 1);
              } else {
                question.otherwise().accept(failure);
              }
            });
  }

  private static <R> void again(Question<R> question, int attempt) {
    (attempt <= QUICK_TRIES ? SOON : LATER)
        .execute(() -> {
          try {
            question.ui().access(() -> ask(question, attempt));
          } catch (UIDetachedException closed) {
            // Nobody waits for the answer any more.
          }
        });
  }

  private record Question<R>(
      Gateways gateways,
      UI ui,
      Object query,
      Class<R> answer,
      Predicate<R> shown,
      Consumer<R> then,
      Consumer<Throwable> otherwise) {}
}
