package jp.tsunagaru.document.view;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.FileIntake;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.command.DiscardDraft;
import jp.tsunagaru.document.command.ReviseArticle;
import jp.tsunagaru.document.command.SaveDraft;
import jp.tsunagaru.document.query.AttachmentView;
import jp.tsunagaru.document.query.DocumentVersion;
import jp.tsunagaru.document.query.GetVersions;
import jp.tsunagaru.document.query.TimelineEntry;
import jp.tsunagaru.document.query.Versions;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.PartWords;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;

/**
 * Makes a new version of an article (DC-03). When somebody else was faster, both texts stand side
 * by side with their differences: this one stays in the field, and is sent again for the newer
 * version once its writer made one text of the two.
 */
final class EditDialog extends Dialog {
  private final Gateways gateways;
  private final Clock clock;
  private final PatientId patientId;
  private final TimelineEntry entry;
  private final Runnable saved;
  private final ArticleForm form;
  private final TextField reason = new TextField(Texts.get("document.edit.reason"));
  private final Div conflict = new Div();
  private final Span draftState = new Span();
  private long expectedVersion;
  private Set<AttachmentId> theirFiles = Set.of();
  private boolean kept;

  EditDialog(
      Gateways gateways,
      FileIntake intake,
      Clock clock,
      PatientId patientId,
      List<PatientId> alongside,
      TimelineEntry entry,
      Runnable saved) {
    this.gateways = gateways;
    this.clock = clock;
    this.patientId = patientId;
    this.entry = entry;
    this.saved = saved;
    this.expectedVersion = entry.version();
    form =
        new ArticleForm(
            gateways,
            intake,
            clock,
            patientId,
            alongside,
            entry.documentId(),
            entry.attachments(),
            this::keepDraft);
    Button save = new Button(Texts.get("document.edit.save"), click -> save());
    Button cancel = new Button(Texts.get("action.cancel"), click -> cancel());

    form.fill(entry.content(), entry.occurredOn(), entry.tags(), entry.visibility());
    reason.setMaxLength(200);
    reason.setWidthFull();
    reason.setHelperText(Texts.get("document.edit.reason.help"));
    draftState.addClassNames("small", "muted", "grow");
    draftState.getElement().setAttribute("aria-live", "polite");
    conflict.addClassName("conflict");
    conflict.setVisible(false);
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    save.addClickShortcut(Key.ENTER, KeyModifier.CONTROL)
        .listenOn(this)
        .resetFocusOnActiveElement();

    setHeaderTitle(Texts.get("document.edit.title", entry.version()));
    setWidth("min(960px, 98vw)");
    setCloseOnOutsideClick(false);
    setCloseOnEsc(false);
    addClassName("sheet");
    add(conflict, form, reason);
    getFooter().add(draftState, cancel, save);
  }

  /** Goes on where an edit was left. */
  EditDialog with(DraftState draft) {
    form.fill(draft);
    reason.setValue(draft.reason());
    expectedVersion = draft.version();
    kept = true;
    return this;
  }

  private void keepDraft() {
    try {
      gateways.send(
          new SaveDraft(
              patientId,
              entry.documentId(),
              form.draft(expectedVersion, reason.getValue()).toJson()),
          () -> {
            kept = true;
            draftState.setText(Texts.get("document.draft.saved", DateTexts.time(clock.instant())));
          },
          failure -> draftState.setText(Texts.get("document.draft.notSaved")));
    } catch (Refused tooLong) {
      draftState.setText(Refusals.sentence(tooLong));
    }
  }

  private void cancel() {
    dropDraft();
    close();
  }

  private void dropDraft() {
    if (kept) {
      gateways.send(new DiscardDraft(patientId, entry.documentId()), () -> {}, failure -> {});
    }
  }

  private void save() {
    DraftState draft = form.draft(expectedVersion, reason.getValue());
    LocalDate day = draft.occurredOn();
    if (!form.check() || day == null) {
      return;
    }
    IngredientWarning.ask(
        form.duplicates(), Texts.get("medicine.same.save"), () -> send(draft, day));
  }

  private void send(DraftState draft, LocalDate day) {
    try {
      Set<AttachmentId> files = new LinkedHashSet<>(draft.attachments());
      files.addAll(theirFiles);
      gateways.send(
          new ReviseArticle(
              entry.documentId(),
              patientId,
              expectedVersion,
              day,
              form.content(),
              draft.tags(),
              draft.visibility(),
              List.copyOf(files),
              reason.getValue()),
          () -> {
            dropDraft();
            close();
            Refusals.done(Texts.get("document.edit.saved"));
            saved.run();
          },
          this::notSaved);
    } catch (Refused refused) {
      Refusals.show(refused);
    }
  }

  private void notSaved(Throwable failure) {
    keepDraft();
    if (!Refusals.is(failure, RefusalCode.CONFLICT)) {
      Refusals.show(failure);
      return;
    }
    gateways.ask(
        new GetVersions(patientId, entry.documentId()),
        Versions.class,
        versions ->
            versions.versions().stream()
                .max(Comparator.comparingLong(DocumentVersion::version))
                .ifPresent(this::showBoth));
  }

  private void showBoth(DocumentVersion theirs) {
    expectedVersion = theirs.version();
    Set<AttachmentId> known =
        Set.copyOf(entry.attachments().stream().map(AttachmentView::attachmentId).toList());
    theirFiles =
        theirs.attachments().stream()
            .map(AttachmentView::attachmentId)
            .filter(file -> !known.contains(file))
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
    ArticleContent mine = form.written();
    PartsDraft minesFields = form.draft(0, "").parts();
    Button append =
        new Button(
            Texts.get("document.conflict.append"),
            click -> form.body(form.body() + "\n" + theirs.content().text()));
    Button take =
        new Button(Texts.get("document.conflict.take"), click -> form.written(theirs.content()));
    Button mineAgain =
        new Button(
            Texts.get("document.conflict.mine"), click -> form.written(mine.text(), minesFields));

    Div left =
        new Div(
            new H3(Texts.get("document.conflict.theirs")),
            new LiveText(PartWords.of(theirs.content())));
    Div right =
        new Div(
            new H3(Texts.get("document.conflict.differences")),
            new DiffText(PartWords.of(theirs.content()), PartWords.of(mine)));
    Div both = new Div(left, right);
    both.addClassName("side-by-side");
    Div actions = new Div(append, take, mineAgain);
    actions.addClassName("row");
    conflict.removeAll();
    conflict.add(
        new Paragraph(
            Texts.get(
                "document.conflict.explained",
                theirs.author().name(),
                DateTexts.moment(theirs.recordedAt()))),
        both,
        actions,
        new Paragraph(Texts.get("document.conflict.next")));
    if (!theirFiles.isEmpty()) {
      conflict.add(new Paragraph(Texts.get("document.conflict.files", theirFiles.size())));
    }
    conflict.setVisible(true);
    conflict.addClassName("attention-box");
    conflict.getElement().callJsFunction("scrollIntoView");
  }
}
