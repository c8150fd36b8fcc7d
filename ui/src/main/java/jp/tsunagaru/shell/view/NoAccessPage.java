package jp.tsunagaru.shell.view;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Says the same as {@link NotFoundPage}: the two are never told apart (design §4.3). */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NoAccessPage extends ErrorPage implements HasErrorParameter<AccessDeniedException> {
  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
    say(Texts.get("error.notFound.title"), Texts.get("error.notFound.text"));
    return HttpServletResponse.SC_NOT_FOUND;
  }
}
