package jp.tsunagaru.document.view;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import jp.tsunagaru.attachment.FileIntake;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.command.DiscardDraft;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.document.command.SaveDraft;
import jp.tsunagaru.document.query.Draft;
import jp.tsunagaru.document.query.FindDraft;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Where an article is written. Its id exists before the first letter: a second click, a retry after
 * a broken line or a restored draft can never post it twice. What was typed is kept as a draft
 * until it was posted or thrown away.
 */
final class Composer extends Div {
  private final Gateways gateways;
  private final FileIntake intake;
  private final Clock clock;
  private final PatientId patientId;
  private final List<PatientId> alongside;
  private final Consumer<DocumentId> posted;
  private final BiConsumer<DocumentId, DraftState> editAgain;
  private final Div place = new Div();
  private final Span saved = new Span();
  private final Button post = new Button(Texts.get("document.post"));
  private final Button discard = new Button(Texts.get("document.draft.discard"));
  private DocumentId documentId = DocumentId.next();
  private ArticleForm form;
  private boolean kept;

  /**
   * @param alongside other records of the same person
   * @param posted takes the article that went out
   * @param editAgain opens an article whose edit was left unfinished
   */
  Composer(
      Gateways gateways,
      FileIntake intake,
      Clock clock,
      PatientId patientId,
      List<PatientId> alongside,
      Consumer<DocumentId> posted,
      BiConsumer<DocumentId, DraftState> editAgain) {
    this.gateways = gateways;
    this.intake = intake;
    this.clock = clock;
    this.patientId = patientId;
    this.alongside = alongside;
    this.posted = posted;
    this.editAgain = editAgain;
    this.form = newForm();

    post.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    post.setTooltipText(Texts.get("document.post.shortcut"));
    post.addClickListener(click -> post());
    post.addClickShortcut(Key.ENTER, KeyModifier.CONTROL)
        .listenOn(this)
        .resetFocusOnActiveElement();
    post.setIcon(VaadinIcon.PAPERPLANE_O.create());
    discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    discard.addClickListener(click -> discard());
    discard.setVisible(false);
    saved.addClassNames("small", "muted", "grow");
    saved.getElement().setAttribute("aria-live", "polite");

    post.addClassName("composer-post");
    Div foot = new Div(saved, discard, post);
    foot.addClassNames("row", "end", "composer-foot");
    addClassNames("card", "composer");
    add(place, foot);
    place.add(form);
    waitForWriter();
    restore();
  }

  /** The details unfold with the first touch and stay: nothing moves while somebody writes. */
  private void waitForWriter() {
    getElement()
        .executeJs(
            """
            this.classList.remove('open');
            for (const touch of ['focusin', 'dragover']) {
              this.addEventListener(touch, () => this.classList.add('open'), { once: true });
            }\
            """);
  }

  private void unfold() {
    getElement().executeJs("this.classList.add('open')");
  }

  void focusText() {
    form.focusText();
  }

  void filesMayHaveChanged() {
    form.filesMayHaveChanged();
  }

  private ArticleForm newForm() {
    return new ArticleForm(
        gateways, intake, clock, patientId, alongside, documentId, List.of(), this::keepDraft);
  }

  private void restart(DocumentId id) {
    documentId = id;
    form = newForm();
    place.removeAll();
    place.add(form);
    kept = false;
    discard.setVisible(false);
  }

  private void restore() {
    gateways.ask(
        new FindDraft(patientId),
        Draft.class,
        draft -> {
          DocumentId id = draft.documentId();
          Optional<DraftState> state = DraftState.parse(draft.draft());
          if (id == null || state.isEmpty() || state.get().isEmpty()) {
            return;
          }
          if (state.get().version() > 0) {
            offerToEditAgain(id, state.get(), draft.savedAt());
            return;
          }
          restart(id);
          form.fill(state.get());
          unfold();
          kept = true;
          discard.setVisible(true);
          saved.setText(Texts.get("document.draft.restored", at(draft.savedAt())));
        },
        failure -> {});
  }

  private void offerToEditAgain(DocumentId id, DraftState state, @Nullable Instant savedAt) {
    Div offer = new Div();
    Button goOn =
        new Button(
            Texts.get("document.draft.continue"),
            click -> {
              remove(offer);
              editAgain.accept(id, state);
            });
    Button drop =
        new Button(
            Texts.get("document.draft.discard"),
            click -> gateways.send(new DiscardDraft(patientId, id), () -> remove(offer)));
    drop.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    offer.add(new Span(Texts.get("document.draft.ofEdit", at(savedAt))), goOn, drop);
    offer.addClassNames("attention-box", "row");
    addComponentAsFirst(offer);
  }

  private static String at(@Nullable Instant savedAt) {
    return savedAt == null ? "" : DateTexts.time(savedAt);
  }

  private void keepDraft() {
    DraftState draft = form.draft(0, "");
    if (draft.isEmpty() && !kept) {
      return;
    }
    unfold();
    try {
      gateways.send(
          new SaveDraft(patientId, documentId, draft.toJson()),
          () -> {
            kept = true;
            discard.setVisible(true);
            saved.setText(Texts.get("document.draft.saved", DateTexts.time(clock.instant())));
          },
          failure -> saved.setText(Texts.get("document.draft.notSaved")));
    } catch (Refused tooLong) {
      saved.setText(Refusals.sentence(tooLong));
    }
  }

  private void discard() {
    gateways.send(
        new DiscardDraft(patientId, documentId),
        () -> {
          restart(DocumentId.next());
          waitForWriter();
          saved.setText(Texts.get("document.draft.discarded"));
        });
  }

  private void post() {
    LocalDate day = form.draft(0, "").occurredOn();
    if (!form.check() || day == null) {
      return;
    }
    IngredientWarning.ask(
        form.duplicates(), Texts.get("medicine.same.post"), () -> send(form.draft(0, ""), day));
  }

  private void send(DraftState draft, LocalDate day) {
    try {
      PostArticle command =
          new PostArticle(
              documentId,
              patientId,
              day,
              form.content(),
              draft.tags(),
              draft.visibility(),
              draft.attachments());
      post.setEnabled(false);
      gateways.send(command, this::sent, this::notSent);
    } catch (Refused refused) {
      Refusals.show(refused);
    }
  }

  private void sent() {
    post.setEnabled(true);
    if (kept) {
      gateways.send(new DiscardDraft(patientId, documentId), () -> {}, failure -> {});
    }
    DocumentId sent = documentId;
    restart(DocumentId.next());
    waitForWriter();
    saved.setText(Texts.get("document.posted", DateTexts.time(clock.instant())));
    posted.accept(sent);
  }

  private void notSent(Throwable failure) {
    post.setEnabled(true);
    boolean ofDay =
        Refusals.find(failure)
            .filter(refused -> refused.code() == RefusalCode.FUTURE_DATE)
            .filter(refused -> "occurredOn".equals(refused.parameters().get("field")))
            .isPresent();
    if (ofDay) {
      form.dateWrong(Texts.get("document.occurredOn.future"));
      return;
    }
    keepDraft();
    Refusals.show(failure);
  }
}
