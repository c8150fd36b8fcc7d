package jp.tsunagaru.consent.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.attachment.FileIntake;
import jp.tsunagaru.attachment.view.FileDrop;
import jp.tsunagaru.attachment.view.Thumbnails;
import jp.tsunagaru.consent.command.KeepConsentPaper;
import jp.tsunagaru.consent.command.RemoveConsentPaper;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.ConsentPapers;
import jp.tsunagaru.patient.query.GetConsentPapers;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Soon;
import jp.tsunagaru.shell.view.Texts;

/** 同意書の原本 (PT-04): scan or photograph of the signed sheet, and where the paper lies. */
final class ConsentPaperBox extends Div {
  private final Gateways gateways;
  private final FileIntake intake;
  private final PatientId patientId;
  private final boolean mayChange;
  private final Div papers = new Div();
  private final Div adding = new Div();
  private List<ConsentPapers.Paper> shown = List.of();

  ConsentPaperBox(Gateways gateways, FileIntake intake, PatientId patientId, Set<Right> rights) {
    this.gateways = gateways;
    this.intake = intake;
    this.patientId = patientId;
    this.mayChange = rights.contains(Right.EDIT_BASIC) && rights.contains(Right.WRITE);
    papers.addClassName("cards");
    addClassName("consent-paper");
    add(new H3(Texts.get("consent.paper")), papers, adding);
    gateways.ask(new GetConsentPapers(patientId), ConsentPapers.class, this::show);
  }

  /** Somebody else kept a sheet, or a picture of one is ready. */
  void refresh() {
    gateways.ask(
        new GetConsentPapers(patientId),
        ConsentPapers.class,
        found -> {
          if (!found.papers().equals(shown)) {
            list(found);
          }
        });
  }

  private void show(ConsentPapers found) {
    list(found);
    adding.removeAll();
    if (mayChange) {
      adding.add(new Button(Texts.get("consent.paper.add"), click -> form()));
    }
  }

  private void list(ConsentPapers found) {
    shown = found.papers();
    papers.removeAll();
    if (shown.isEmpty()) {
      papers.add(new Paragraph(Texts.get("consent.paper.none")));
    }
    shown.forEach(paper -> papers.add(card(paper)));
  }

  private Component card(ConsentPapers.Paper paper) {
    String by =
        Texts.get(
            "consent.paper.by", paper.keptBy(), paper.facility(), DateTexts.moment(paper.keptAt()));
    Span facts = new Span(by);
    facts.addClassNames("small", "muted");
    Div card = new Div();
    card.addClassName("card");
    if (!paper.location().isEmpty()) {
      card.add(new Paragraph(Texts.get("consent.paper.at", paper.location())));
    }
    if (!paper.files().isEmpty()) {
      card.add(new Thumbnails(patientId, paper.documentId(), paper.files(), by));
    }
    card.add(facts);
    if (mayChange) {
      Button remove = new Button(Texts.get("consent.paper.remove"), click -> remove(paper));
      remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
      card.add(new Div(remove));
    }
    return card;
  }

  private void form() {
    DocumentId documentId = DocumentId.next();
    FileDrop files = new FileDrop(intake, gateways, patientId, documentId, List.of(), () -> {});
    TextField location = new TextField(Texts.get("consent.paper.location"));
    location.setHelperText(Texts.get("consent.paper.location.help"));
    location.setMaxLength(120);
    location.setWidthFull();
    Button keep =
        new Button(Texts.get("consent.paper.keep"), click -> keep(documentId, files, location));
    keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Button cancel = new Button(Texts.get("action.cancel"), click -> show(new ConsentPapers(shown)));
    Div actions = new Div(cancel, keep);
    actions.addClassNames("row", "end");
    adding.removeAll();
    adding.add(new Paragraph(Texts.get("consent.paper.explained")), files, location, actions);
  }

  private void keep(DocumentId documentId, FileDrop files, TextField location) {
    location.setInvalid(false);
    if (files.isUploading()) {
      location.setErrorMessage(Texts.get("consent.paper.uploading"));
      location.setInvalid(true);
      return;
    }
    try {
      gateways.send(
          new KeepConsentPaper(documentId, patientId, files.attachments(), location.getValue()),
          () -> {
            Refusals.done(Texts.get("consent.paper.kept"));
            Soon.ask(
                gateways,
                new GetConsentPapers(patientId),
                ConsentPapers.class,
                found -> found.papers().stream().anyMatch(p -> p.documentId().equals(documentId)),
                this::show,
                Refusals::show);
          });
    } catch (Refused nothing) {
      location.setErrorMessage(Texts.get("consent.paper.nothing"));
      location.setInvalid(true);
      location.focus();
    }
  }

  private void remove(ConsentPapers.Paper paper) {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.get("consent.paper.remove.question"));
    dialog.setText(Texts.get("consent.paper.remove.explained"));
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("action.cancel"));
    dialog.setConfirmText(Texts.get("consent.paper.remove"));
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(confirmed ->
        gateways.send(
            new RemoveConsentPaper(paper.documentId(), patientId, "MISTAKE"),
            () ->
                Soon.ask(
                    gateways,
                    new GetConsentPapers(patientId),
                    ConsentPapers.class,
                    found ->
                        found.papers().stream()
                            .noneMatch(p -> p.documentId().equals(paper.documentId())),
                    this::show,
                    Refusals::show)));
    dialog.open();
  }
}
