package jp.tsunagaru.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** A few hands that work side by side. */
final class Crew implements AutoCloseable {
  static final int HANDS = 3;

  private final ExecutorService hands =
      Executors.newFixedThreadPool(HANDS, Thread.ofPlatform().daemon().name("demo-", 0).factory());
  private final Semaphore free = new Semaphore(HANDS);

  /** Does one thing after {@code before}; waits for a free hand first. */
  CompletableFuture<Void> after(CompletableFuture<Void> before, Runnable work)
      throws InterruptedException {
    free.acquire();
    return before.thenRunAsync(work, hands).whenComplete((done, problem) -> free.release());
  }

  void all(List<Runnable> tasks) throws InterruptedException {
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (Runnable task : tasks) {
      running.add(after(CompletableFuture.completedFuture(null), task));
    }
    await(running);
  }

  static void await(List<CompletableFuture<Void>> running) throws InterruptedException {
    try {
      CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException problem
          ? problem
          : new CompletionException(e.getCause());
    }
  }

  @Override
  public void close() {
    hands.shutdownNow();
  }
}
