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
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.query.AttachmentView;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WarekiField;

/** Text, 記載日, タグ, 公開範囲 and files of one article, new or being edited. */
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

  ArticleForm(
      Gateways gateways,
      FileIntake intake,
      Clock clock,
      PatientId patientId,
      DocumentId documentId,
      List<AttachmentView> already,
      Runnable changed) {
    this.clock = clock;
    visibility = new VisibilityField(gateways, patientId, changed);
    files = new FileDrop(intake, gateways, patientId, documentId, already, changed);

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
    tags.setItems(tagsOfTheCity());
    tags.addValueChangeListener(event -> tell(event.isFromClient(), changed));
    files.takePastesOf(text);

    Div details = new Div(occurredOn, tags, visibility);
    details.addClassNames("fields", "article-details");
    addClassName("article-form");
    add(text, files, details);
  }

  private static List<String> tagsOfTheCity() {
    return List.of(Texts.get("document.tags.default").split(","));
  }

  void fill(String body, LocalDate day, Collection<String> chosenTags, Visibility who) {
    text.setValue(body);
    occurredOn.setValue(day);
    Set<String> offered = new LinkedHashSet<>(tagsOfTheCity());
    offered.addAll(chosenTags);
    tags.setItems(new ArrayList<>(offered));
    tags.setValue(Set.copyOf(chosenTags));
    visibility.setValue(who);
  }

  void fill(DraftState draft) {
    LocalDate day = draft.occurredOn();
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
        version,
        reason);
  }

  /** Whether it can be sent; says beside each field what is missing. */
  boolean check() {
    boolean complete = visibility.check();
    if (text.getValue().isBlank() && files.attachments().isEmpty()) {
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
    return new ArticleContent("", text.getValue()).checked();
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
