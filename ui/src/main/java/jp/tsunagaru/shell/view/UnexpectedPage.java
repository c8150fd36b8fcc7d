package jp.tsunagaru.shell.view;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

@ParentLayout(MainLayout.class)
@AnonymousAllowed
class UnexpectedPage extends ErrorPage implements HasErrorParameter<Exception> {
  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    Optional<Refused> refused = Refusals.find(parameter.getException());
    if (refused.isEmpty()) {
      say(
          Texts.get("error.unexpected.title"),
          Texts.get("error.unexpected.text", Incidents.report(parameter.getException())));
      return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
    RefusalCode code = refused.get().code();
    if (code == RefusalCode.NOT_SIGNED_IN) {
      SignOutHandler.endHere("REVOKED");
    }
    say(
        Texts.get(code == RefusalCode.NOT_FOUND ? "error.notFound.title" : "error.refused.title"),
        Refusals.sentence(refused.get()));
    return HttpServletResponse.SC_NOT_FOUND;
  }
}
