package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A screen whose continuations break, for {@code UnexpectedTest}. */
@Route(value = "breaking", layout = MainLayout.class)
@PermitAll
public class BreakingView extends Div {
  private static final Duration LATER = Duration.ofMillis(300);

  public BreakingView() {
    add(
        new Button("すぐに壊れる", click -> follow(CompletableFuture.completedFuture("ひみつの答え"))),
        new Button(
            "あとで壊れる",
            click ->
                follow(
                    new CompletableFuture<String>()
                        .completeOnTimeout("ひみつの答え", LATER.toMillis(), TimeUnit.MILLISECONDS))));
  }

  private static void follow(CompletableFuture<String> answer) {
    Gateways.follow(
        answer,
        text -> {
          throw new IllegalStateException("broken on purpose: " + text);
        },
        Refusals::show);
  }
}
