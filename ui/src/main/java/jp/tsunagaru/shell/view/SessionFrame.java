package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/**
 * Rules for every Vaadin session: first sign-in first, Japanese messages, no failure unexplained.
 */
@Component
class SessionFrame implements VaadinServiceInitListener {
  @Override
  public void serviceInit(ServiceInitEvent event) {
    event
        .getSource()
        .addSessionInitListener(session ->
            session.getSession().setErrorHandler(error -> Refusals.show(error.getThrowable())));
    event
        .getSource()
        .addUIInitListener(created -> {
          UI ui = created.getUI();
          ui.addBeforeEnterListener(SessionFrame::welcomeFirst);
        });
    event.getSource().setSystemMessagesProvider(info -> messages());
  }

  /** 第8条3: nothing works before the password is changed and the pledge is made. */
  private static void welcomeFirst(BeforeEnterEvent entering) {
    SignedInUser.current()
        .ifPresent(user -> {
          boolean welcome = entering.getLocation().getPath().equals(Home.WELCOME);
          if (!user.ready() && !welcome) {
            entering.forwardTo(Home.WELCOME);
          } else if (user.ready() && welcome) {
            entering.forwardTo(Home.of(user));
          }
        });
  }

  private static CustomizedSystemMessages messages() {
    CustomizedSystemMessages messages = new CustomizedSystemMessages();
    messages.setSessionExpiredNotificationEnabled(false);
    messages.setSessionExpiredURL("/login?ended");
    messages.setInternalErrorCaption(Texts.get("error.unexpected.title"));
    messages.setInternalErrorMessage(Texts.get("error.internal.text"));
    messages.setCookiesDisabledCaption(Texts.get("error.cookies.title"));
    messages.setCookiesDisabledMessage(Texts.get("error.cookies.text"));
    return messages;
  }
}
