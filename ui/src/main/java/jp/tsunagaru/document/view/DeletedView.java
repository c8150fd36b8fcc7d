package jp.tsunagaru.document.view;

import com.vaadin.flow.component.Component;
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
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jp.tsunagaru.document.command.ApprovePurge;
import jp.tsunagaru.document.command.RequestPurge;
import jp.tsunagaru.document.command.RestoreDocument;
import jp.tsunagaru.document.query.DeletedDocument;
import jp.tsunagaru.document.query.DeletedDocuments;
import jp.tsunagaru.document.query.ListDeletedDocuments;
import jp.tsunagaru.retention.view.CertificatePrinting;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Soon;
import jp.tsunagaru.shell.view.Texts;

/**
 * 削除文書管理 (別紙1④, DL-01, DL-03): 復元 undoes a deletion; 完全削除 takes two persons and cannot be undone.
 * An approver outside the team sees when and by whom, never what.
 */
@Route(value = "deleted", layout = MainLayout.class)
@RolesAllowed({"CARE_USER", "FACILITY_ADMIN", "CITY_OPERATOR"})
@StyleSheet("context://patient.css")
class DeletedView extends Div implements HasDynamicTitle {
  private final Gateways gateways;
  private final CertificatePrinting certificates;
  private final Div purged = new Div();
  private final Div list = new Div();

  DeletedView(Gateways gateways, CertificatePrinting certificates) {
    this.gateways = gateways;
    this.certificates = certificates;
    H1 title = new H1(getPageTitle());
    UnorderedList meanings =
        new UnorderedList(
            new ListItem(Texts.get("document.deleted.restore.explained")),
            new ListItem(Texts.get("document.deleted.purge.explained")));

    list.addClassName("cards");
    addClassName("page");
    add(title, meanings, purged, list);
    load();
  }

  @Override
  public String getPageTitle() {
    return Texts.get("document.deleted.title");
  }

  private void load() {
    gateways.ask(new ListDeletedDocuments(), DeletedDocuments.class, this::show);
  }

  private void show(DeletedDocuments found) {
    list.removeAll();
    found.documents().forEach(document -> list.add(card(document)));
    if (found.documents().isEmpty()) {
      Div empty = new Div(new Span(Texts.get("document.deleted.empty")));
      empty.addClassName("empty");
      list.add(empty);
    }
  }

  private Component card(DeletedDocument document) {
    H3 title =
        new H3(
            document.patientName().isEmpty()
                ? Texts.get("document.deleted.hidden")
                : Texts.get("document.deleted.of", document.patientName()));
    DescriptionList facts = new DescriptionList();
    if (!document.title().isEmpty()) {
      fact(facts, "document.deleted.what", document.title());
    }
    fact(facts, "document.deleted.kind", Texts.of("document.deleted.kind", document.kind()));
    fact(facts, "document.occurredOn", DateTexts.date(document.occurredOn()));
    fact(facts, "document.deleted.author", document.author());
    fact(
        facts,
        "document.deleted.by",
        Texts.get(
            "document.deleted.byAt", document.deletedBy(), DateTexts.moment(document.deletedAt())));
    fact(facts, "document.deleted.reason", Texts.of("document.reason", document.reason()));
    if (!document.note().isEmpty()) {
      fact(facts, "document.delete.note", document.note());
    }
    facts.addClassName("facts");
    Div actions = new Div();
    actions.addClassName("row");
    if (document.mayRestore()) {
      actions.add(new Button(Texts.get("document.restore"), click -> restore(document)));
    }
    if (document.mayRequestPurge()) {
      Button request = new Button(Texts.get("document.purge.request"), click -> request(document));
      request.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
      actions.add(request);
    }
    if (document.mayApprovePurge()) {
      Button approve = new Button(Texts.get("document.purge.approve"), click -> approve(document));
      approve.addThemeVariants(ButtonVariant.LUMO_ERROR);
      actions.add(approve);
    }
    Div card = new Div(title);
    card.addClassNames("card", "deleted-card");
    if (document.purgeRequested()) {
      Span waiting = new Span(Texts.get("document.purge.waiting", document.purgeRequestedBy()));
      waiting.addClassNames("state-chip", "state-wait");
      card.add(waiting);
    }
    card.add(facts, actions);
    return card;
  }

  private static void fact(DescriptionList facts, String key, String value) {
    facts.add(new DescriptionList.Term(Texts.get(key)));
    facts.add(new DescriptionList.Description(value));
  }

  private void restore(DeletedDocument document) {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.get("document.restore.question"));
    dialog.setText(Texts.get("document.restore.explained"));
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("action.cancel"));
    dialog.setConfirmText(Texts.get("document.restore"));
    dialog.addConfirmListener(confirmed ->
        gateways.send(
            new RestoreDocument(document.documentId(), document.patientId()),
            () -> done("document.restored", document)));
    dialog.open();
  }

  private void request(DeletedDocument document) {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.get("document.purge.request.question"));
    dialog.add(new Paragraph(Texts.get("document.purge.request.explained")), destroyed());
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("action.cancel"));
    dialog.setConfirmText(Texts.get("document.purge.request"));
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(confirmed ->
        gateways.send(
            new RequestPurge(document.documentId(), document.patientId()),
            () -> done("document.purge.requested", document)));
    dialog.open();
  }

  private void approve(DeletedDocument document) {
    Dialog dialog = new Dialog();
    Checkbox sure = new Checkbox(Texts.get("document.purge.sure"));
    Button purge =
        new Button(
            Texts.get("document.purge.approve"),
            click ->
                gateways.send(
                    new ApprovePurge(document.documentId()),
                    () -> {
                      dialog.close();
                      certify(document);
                      done("document.purged", document);
                    }));
    Button cancel = new Button(Texts.get("action.cancel"), click -> dialog.close());

    purge.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_PRIMARY);
    purge.setEnabled(false);
    sure.addValueChangeListener(event -> purge.setEnabled(event.getValue()));
    Paragraph noWayBack = new Paragraph(Texts.get("document.purge.noWayBack"));
    noWayBack.addClassName("danger-box");

    dialog.setHeaderTitle(Texts.get("document.purge.question"));
    dialog.setWidth("min(600px, 96vw)");
    dialog.addClassName("sheet");
    dialog.add(
        new Paragraph(
            Texts.get(
                "document.purge.target",
                DateTexts.date(document.occurredOn()),
                document.author(),
                document.purgeRequestedBy())),
        destroyed(),
        new Paragraph(Texts.get("document.purge.kept")),
        noWayBack,
        sure);
    dialog.getFooter().add(cancel, purge);
    dialog.open();
  }

  /** DL-07: where the document is gone, its certificate is at hand. */
  private void certify(DeletedDocument document) {
    Div box =
        new Div(
            new Span(
                Texts.get("document.purged.certificate", DateTexts.date(document.occurredOn()))),
            certificates.button(document.documentId().value()));
    box.addClassNames("row", "good-box");
    purged.add(box);
  }

  private static UnorderedList destroyed() {
    return new UnorderedList(
        new ListItem(Texts.get("document.purge.destroys.text")),
        new ListItem(Texts.get("document.purge.destroys.files")),
        new ListItem(Texts.get("document.purge.destroys.key")));
  }

  /** Every step here either takes the document off the list or changes its card. */
  private void done(String key, DeletedDocument former) {
    Refusals.done(Texts.get(key));
    Soon.ask(
        gateways,
        new ListDeletedDocuments(),
        DeletedDocuments.class,
        found -> !found.documents().contains(former),
        this::show,
        Refusals::show);
  }
}
