package jp.tsunagaru.document.view;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.attachment.FileIntake;
import jp.tsunagaru.attachment.view.FileDrop;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.SameIngredient;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.query.AttachmentView;
import jp.tsunagaru.document.query.ListTags;
import jp.tsunagaru.document.query.Tags;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WarekiField;

/** Text, fields, 記載日, タグ, 公開範囲 and files of one article, new or being edited. */
final class ArticleForm extends Div {
  /**
   * Long enough that no letter is lost to a round trip, short enough that a crash costs nothing.
   */
  private static final int AUTOSAVE_MILLIS = 2000;

  private static final int MOST_LETTERS = 10_000;

  private final Clock clock;
  private final TextArea text = new TextArea();
  private final WarekiField occurredOn = new WarekiField(Texts.get("document.occurredOn"));
  private final MultiSelectComboBox<String> tags =
      new MultiSelectComboBox<>(Texts.get("document.tags"));
  private final VisibilityField visibility;
  private final FileDrop files;
  private final PartsForm parts;
  private List<String> offered = OfferedTags.usual();

  /**
   * @param alongside other records of the same person, whose medicines count too
   */
  ArticleForm(
      Gateways gateways,
      FileIntake intake,
      Clock clock,
      PatientId patientId,
      List<PatientId> alongside,
      DocumentId documentId,
      List<AttachmentView> already,
      Runnable changed) {
    this.clock = clock;
    visibility = new VisibilityField(gateways, patientId, changed);
    files = new FileDrop(intake, gateways, patientId, documentId, already, changed);
    parts = new PartsForm(gateways, clock, patientId, alongside, changed);

    text.setAriaLabel(Texts.get("document.text"));
    text.setPlaceholder(Texts.get("document.text.placeholder"));
    text.setMaxLength(MOST_LETTERS);
    text.setMinRows(3);
    text.setMaxRows(16);
    text.setWidthFull();
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.setValueChangeTimeout(AUTOSAVE_MILLIS);
    text.addValueChangeListener(event -> tell(event.isFromClient(), changed));
    occurredOn.setValue(LocalDate.now(clock));
    occurredOn.addValueChangeListener(event -> tell(event.isFromClient(), changed));
    tags.setItems(offered);
    gateways.ask(new ListTags(), Tags.class, this::offer, failure -> {});
    tags.addValueChangeListener(event -> tell(event.isFromClient(), changed));
    files.takePastesOf(text);

    Div details = new Div(occurredOn, tags, visibility);
    details.addClassNames("fields", "article-details");
    addClassName("article-form");
    add(text, files, parts, details);
  }

  /** What was chosen before stays chosen, also when it is no longer offered. */
  private void offer(Tags known) {
    Set<String> chosen = tags.getValue();
    offered = OfferedTags.of(known);
    Set<String> items = new LinkedHashSet<>(offered);
    items.addAll(chosen);
    tags.setItems(new ArrayList<>(items));
    tags.setValue(chosen);
  }

  void fill(ArticleContent content, LocalDate day, Collection<String> chosenTags, Visibility who) {
    parts.fill(content);
    fill(content.text(), day, chosenTags, who);
  }

  private void fill(String body, LocalDate day, Collection<String> chosenTags, Visibility who) {
    text.setValue(body);
    occurredOn.setValue(day);
    Set<String> items = new LinkedHashSet<>(offered);
    items.addAll(chosenTags);
    tags.setItems(new ArrayList<>(items));
    tags.setValue(Set.copyOf(chosenTags));
    visibility.setValue(who);
  }

  void fill(DraftState draft) {
    LocalDate day = draft.occurredOn();
    parts.fill(draft.parts());
    fill(draft.text(), day == null ? LocalDate.now(clock) : day, draft.tags(), draft.visibility());
    if (!draft.attachments().isEmpty()) {
      files.keepOnly(draft.attachments());
    }
  }

  DraftState draft(long version, String reason) {
    return new DraftState(
        text.getValue(),
        occurredOn.getValue(),
        tags.getValue(),
        visibility.getValue(),
        files.attachments(),
        parts.draft(),
        version,
        reason);
  }

  /** Whether it can be sent; says beside each field what is missing. */
  boolean check() {
    boolean complete = visibility.check();
    complete &= parts.check();
    boolean inFields = !parts.draft().saysNothing();
    if (text.getValue().isBlank() && files.attachments().isEmpty() && !inFields) {
      text.setErrorMessage(Texts.get("document.text.missing"));
      text.setInvalid(true);
      text.focus();
      complete = false;
    } else {
      text.setInvalid(false);
    }
    LocalDate day = occurredOn.getValue();
    if (day == null) {
      dateWrong(Texts.get("document.occurredOn.missing"));
      complete = false;
    } else if (day.isAfter(LocalDate.now(clock).plusDays(1))) {
      dateWrong(Texts.get("document.occurredOn.future"));
      complete = false;
    }
    if (files.isUploading()) {
      Refusals.warn(Texts.get("document.stillUploading"));
      complete = false;
    }
    return complete;
  }

  void dateWrong(String sentence) {
    occurredOn.setErrorMessage(sentence);
    occurredOn.setInvalid(true);
  }

  /**
   * @throws Refused when the text is too long
   */
  ArticleContent content() {
    return parts.with(text.getValue()).checked();
  }

  /** Medicines written here that name the same ingredient as another. */
  List<SameIngredient> duplicates() {
    return parts.duplicates();
  }

  /** What stands here in words and fields, as far as it can be read. */
  ArticleContent written() {
    return parts.with(text.getValue());
  }

  void written(ArticleContent content) {
    text.setValue(content.text());
    parts.fill(content);
  }

  void written(String body, PartsDraft fields) {
    text.setValue(body);
    parts.fill(fields);
  }

  String body() {
    return text.getValue();
  }

  void body(String replacement) {
    text.setValue(replacement);
  }

  void focusText() {
    text.focus();
  }

  void filesMayHaveChanged() {
    files.refresh();
  }

  private static void tell(boolean fromClient, Runnable changed) {
    if (fromClient) {
      changed.run();
    }
  }
}
