package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.audit.query.AttestationRow;
import jp.tsunagaru.audit.query.AttestationState;
import jp.tsunagaru.audit.query.AttestationTasks;
import jp.tsunagaru.audit.query.FindAttestationTasks;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;

/**
 * On the start page: that the attestation of rights is due or late (C-07). Nothing for who has no
 * part in it, and nothing while nothing waits.
 */
public final class AttestationLine extends Div {
  public AttestationLine(Gateways gateways) {
    addClassName("log-review-line");
    SignedInUser user = SignedInUser.require();
    if (user.has(Role.FACILITY_ADMIN)
        || user.has(Role.CITY_OPERATOR)
        || user.has(Role.CITY_AUDITOR)) {
      gateways.ask(new FindAttestationTasks(), AttestationTasks.class, this::show);
    }
  }

  private void show(AttestationTasks tasks) {
    AttestationRow own = tasks.own();
    boolean late = tasks.overdue() > 0;
    if (own != null && own.state() != AttestationState.DONE) {
      boolean overdue = own.state() == AttestationState.OVERDUE;
      late |= overdue;
      add(
          new Span(
              Texts.get(
                  overdue ? "attestation.line.overdue" : "attestation.line.due",
                  AttestationTexts.quarter(own.quarter()),
                  AttestationTexts.day(own.due()))));
    }
    if (own != null && own.corrections() > 0) {
      add(new Span(Texts.get("attestation.line.corrections", own.corrections())));
    }
    if (tasks.overdue() > 0) {
      add(new Span(Texts.get("attestation.line.facilities", tasks.overdue())));
    }
    if (getComponentCount() > 0) {
      addClassName("attention-box");
      getElement().getClassList().set("danger", late);
      add(new Anchor("/attestation", Texts.get("attestation.line.open")));
    }
  }
}
