package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import jp.tsunagaru.account.command.SignOut;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.session.HttpSessionDestroyedEvent;
import org.springframework.stereotype.Component;

/** Records the end of every session, whatever ended it (C-08). */
@Component
class SignOutHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SignOutHandler.class);

  private final CommandGateway commands;
  private final Clock clock;

  SignOutHandler(CommandGateway commands, Clock clock) {
    this.commands = commands;
    this.clock = clock;
  }

  /**
   * Ends the session of the present user interface and leaves to the sign-in page. From the
   * background the page is only sent there: ended at once, the session would take its pages with it
   * before they are told. The first request of any of them then ends it here, too.
   */
  static void endHere(String reason) {
    SignedInUser.current().ifPresent(user -> user.endsBecause(reason));
    UI ui = UI.getCurrent();
    VaadinSession session = VaadinSession.getCurrent();
    if (ui != null) {
      ui.getPage().setLocation(reason.equals("LOGOUT") ? "/login?bye" : "/login?ended");
    }
    WrappedSession http = session == null ? null : session.getSession();
    if (http != null && VaadinRequest.getCurrent() != null) {
      http.invalidate();
    }
  }

  @EventListener
  void on(HttpSessionDestroyedEvent ended) {
    for (SecurityContext context : ended.getSecurityContexts()) {
      if (context.getAuthentication() != null
          && context.getAuthentication().getPrincipal() instanceof SignedInUser user) {
        record(user);
      }
    }
  }

  private void record(SignedInUser user) {
    Duration lasted = Duration.between(user.since(), clock.instant());
    SignOut signOut = new SignOut(user.accountId(), user.endReason(), lasted.toSeconds());
    Map<String, String> origin = user.origin().toMetadata();
    commands
        .send(GenericCommandMessage.<SignOut>asCommandMessage(signOut).andMetaData(origin))
        .whenComplete((done, failure) -> {
          // A session that the write side ended itself is recorded there already.
          if (failure != null && Refusals.find(failure).isEmpty()) {
            LOG.warn("The end of a session was not recorded", failure);
          }
        });
  }
}
