package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import jp.tsunagaru.account.query.SessionEnded;
import jp.tsunagaru.account.query.WatchMySessions;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** Leaves to the sign-in page at once when the session was ended by somebody else (第11条1). */
final class SessionWatch {
  private SessionWatch() {}

  static void of(Component page, UI ui, QueryGateway queries, SignedInUser user) {
    SubscriptionQueryResult<SessionEnded, SessionEnded> result =
        queries.subscriptionQuery(
            new WatchMySessions(user.accountId()), SessionEnded.class, SessionEnded.class);
    Disposable.Composite running = Disposables.composite();
    running.add(
        result
            .updates()
            .filter(ended -> ended.session().equals(user.origin().session()))
            .subscribe(ended -> leave(ui), failure -> {}));
    running.add(
        result
            .initialResult()
            .subscribe(nothing -> {}, refused -> inside(ui, () -> Refusals.show(refused))));
    page.addDetachListener(gone -> {
      gone.unregisterListener();
      running.dispose();
      result.cancel();
    });
  }

  private static void leave(UI ui) {
    inside(ui, () -> SignOutHandler.endHere("REVOKED"));
  }

  private static void inside(UI ui, Runnable action) {
    try {
      ui.access(action::run);
    } catch (UIDetachedException closed) {
      // The page is gone already.
    }
  }
}
