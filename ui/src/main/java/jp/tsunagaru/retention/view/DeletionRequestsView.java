package jp.tsunagaru.retention.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.retention.DeletionScope;
import jp.tsunagaru.retention.command.ExecuteDeletion;
import jp.tsunagaru.retention.command.TakeBackDeletionRequest;
import jp.tsunagaru.retention.query.DeletionRequestRow;
import jp.tsunagaru.retention.query.DeletionRequestRow.State;
import jp.tsunagaru.retention.query.DeletionRequests;
import jp.tsunagaru.retention.query.ListDeletionRequests;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Soon;
import jp.tsunagaru.shell.view.Texts;

/**
 * 削除の申し出 (第16条2, 第16条3): what waits, what is overdue, and carrying it out. Who does not take care
 * of the patient sees the ticket and nothing of the record.
 */
@Route(value = "deletion-requests", layout = MainLayout.class)
@RolesAllowed({"CARE_USER", "FACILITY_ADMIN", "CITY_OPERATOR"})
@StyleSheet("context://patient.css")
class DeletionRequestsView extends Div implements HasDynamicTitle {
  private final Gateways gateways;
  private final CertificatePrinting certificates;
  private final Div list = new Div();

  DeletionRequestsView(Gateways gateways, CertificatePrinting certificates) {
    this.gateways = gateways;
    this.certificates = certificates;
    list.addClassName("cards");
    addClassName("page");
    add(new H1(getPageTitle()), new Paragraph(Texts.get("retention.requests.explained")), list);
    gateways.ask(new ListDeletionRequests(), DeletionRequests.class, this::show);
  }

  @Override
  public String getPageTitle() {
    return Texts.get("retention.requests.title");
  }

  private void show(DeletionRequests found) {
    list.removeAll();
    found.requests().forEach(request -> list.add(card(request)));
    if (found.requests().isEmpty()) {
      Div empty =
          new Div(
              new Span(
                  Texts.get(
                      SignedInUser.require().has(Role.CARE_USER)
                          ? "retention.requests.empty"
                          : "retention.requests.empty.office")));
      empty.addClassName("empty");
      list.add(empty);
    }
  }

  private Div card(DeletionRequestRow request) {
    H3 title =
        new H3(
            request.patientName().isEmpty()
                ? Texts.get("retention.request.hidden", request.requestId().suffix())
                : Texts.get("retention.request.of", request.patientName()));
    Div card = new Div(title, chip(request));
    card.addClassNames("card", "deletion-request");
    if (request.held()) {
      card.add(chip("retention.request.held", "state-wait"));
    }
    DescriptionList facts = new DescriptionList();
    fact(facts, "retention.request.scope", scope(request));
    if (!request.requester().isEmpty()) {
      fact(
          facts,
          "retention.request.requester",
          request.relationship().isEmpty()
              ? Texts.get("retention.request.self", request.requester())
              : Texts.get("retention.request.proxy", request.requester(), request.relationship()));
    }
    fact(
        facts,
        "retention.request.identity",
        Texts.of("consent.closing.identity", request.identityCheck()));
    fact(
        facts,
        "retention.request.received",
        Texts.get(
            "retention.request.receivedBy",
            DateTexts.date(request.requestedOn()),
            request.receivedBy(),
            request.facility()));
    fact(facts, "retention.request.due", DateTexts.date(request.dueOn()));
    if (request.doneAt() != null) {
      fact(
          facts,
          "retention.request.done",
          Texts.get(
              "retention.request.doneBy",
              DateTexts.moment(Objects.requireNonNull(request.doneAt())),
              request.doneBy()));
    }
    facts.addClassName("facts");
    Div actions = new Div();
    actions.addClassName("row");
    if (request.mayTakeBack()) {
      actions.add(new Button(Texts.get("retention.request.takeBack"), click -> takeBack(request)));
    }
    if (request.mayExecute()) {
      Button execute =
          new Button(Texts.get("retention.request.execute"), click -> execute(request));
      execute.addThemeVariants(ButtonVariant.LUMO_ERROR);
      actions.add(execute);
    }
    if (request.state() == State.EXECUTED) {
      actions.add(certificates.button(request.requestId().value()));
    }
    card.add(facts, actions);
    return card;
  }

  private static Span chip(DeletionRequestRow request) {
    return request.overdue()
        ? chip("retention.request.overdue", "state-bad")
        : chip(
            "retention.request.state." + request.state(),
            request.state() == State.OPEN ? "state-wait" : "state-good");
  }

  private static Span chip(String key, String state) {
    Span chip = new Span(Texts.get(key));
    chip.addClassNames("state-chip", state);
    return chip;
  }

  private static String scope(DeletionRequestRow request) {
    return switch (request.scope()) {
      case DOCUMENTS -> Texts.get("retention.scope.DOCUMENTS", request.documents());
      case PERIOD ->
          Texts.get(
              "retention.scope.PERIOD",
              DateTexts.date(Objects.requireNonNull(request.from())),
              DateTexts.date(Objects.requireNonNull(request.to())));
      case EVERYTHING -> Texts.get("retention.scope.EVERYTHING");
    };
  }

  private static void fact(DescriptionList facts, String key, String value) {
    facts.add(new DescriptionList.Term(Texts.get(key)));
    facts.add(new DescriptionList.Description(value));
  }

  private void takeBack(DeletionRequestRow request) {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.get("retention.request.takeBack.question"));
    dialog.setText(Texts.get("retention.request.takeBack.explained"));
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("action.cancel"));
    dialog.setConfirmText(Texts.get("retention.request.takeBack"));
    dialog.addConfirmListener(confirmed ->
        gateways.send(
            new TakeBackDeletionRequest(request.requestId(), request.patientId()),
            () -> done("retention.request.takenBack", request)));
    dialog.open();
  }

  private void execute(DeletionRequestRow request) {
    Dialog dialog = new Dialog();
    Checkbox sure = new Checkbox(Texts.get("document.purge.sure"));
    Button execute =
        new Button(
            Texts.get("retention.request.execute"),
            click ->
                gateways.send(
                    new ExecuteDeletion(request.requestId(), request.patientId()),
                    () -> {
                      dialog.close();
                      done("retention.request.executed", request);
                    }));
    Button cancel = new Button(Texts.get("action.cancel"), click -> dialog.close());
    execute.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_PRIMARY);
    execute.setEnabled(false);
    sure.addValueChangeListener(event -> execute.setEnabled(event.getValue()));
    Paragraph noWayBack = new Paragraph(Texts.get("document.purge.noWayBack"));
    noWayBack.addClassName("danger-box");
    dialog.setHeaderTitle(Texts.get("retention.request.execute.question"));
    dialog.setWidth("min(600px, 96vw)");
    dialog.addClassName("sheet");
    dialog.add(
        new Paragraph(
            Texts.get("retention.request.execute.target", request.patientName(), scope(request))),
        new Paragraph(
            Texts.get(
                request.scope() == DeletionScope.EVERYTHING
                    ? "retention.request.execute.everything"
                    : "retention.request.execute.documents")),
        new Paragraph(Texts.get("retention.request.execute.kept")),
        noWayBack,
        sure);
    dialog.getFooter().add(cancel, execute);
    dialog.open();
  }

  private void done(String key, DeletionRequestRow former) {
    Refusals.done(Texts.get(key));
    Soon.ask(
        gateways,
        new ListDeletionRequests(),
        DeletionRequests.class,
        found -> !found.requests().contains(former),
        this::show,
        Refusals::show);
  }
}
