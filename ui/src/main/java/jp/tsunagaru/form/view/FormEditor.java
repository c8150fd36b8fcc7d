package jp.tsunagaru.form.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.FindingLevel;
import jp.tsunagaru.form.FormContext;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.form.FormFinding;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.OtherOrder;
import jp.tsunagaru.form.command.ApproveForm;
import jp.tsunagaru.form.command.CancelForm;
import jp.tsunagaru.form.command.DraftForm;
import jp.tsunagaru.form.command.SubmitForm;
import jp.tsunagaru.form.command.SupersedeForm;
import jp.tsunagaru.form.query.FormSheet;
import jp.tsunagaru.form.query.FormState;
import jp.tsunagaru.form.query.GetForm;
import jp.tsunagaru.form.query.Prefill;
import jp.tsunagaru.form.query.Provenance;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Soon;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** A form on its way to 確定, edited like the paper: sections as on the sheet, findings beside. */
final class FormEditor extends Div {
  private final Gateways gateways;
  private final PatientId patientId;
  private final DocumentId documentId;
  private final List<OtherOrder> others;
  private final boolean mayApprove;
  private final @Nullable DocumentId replaces;
  private final Consumer<DocumentId> kept;
  private final Runnable left;
  private final H2 title = new H2();
  private final Div head = new Div();
  private final Span counts = new Span();
  private final Span saveState = new Span();
  private final Div place = new Div();
  private FormDefinition definition;
  private FormFields fields;
  private final SheetPreview preview;
  private final Pause untilSaved = new Pause(this, 2_000, this::autosave);
  private final Pause untilDrawn = new Pause(this, 700, this::drawAgain);
  private final Deque<Runnable> afterSaving = new ArrayDeque<>();
  private long version;
  private FormValues saved = FormValues.NONE;
  private boolean saving;
  private @Nullable ConflictBox conflict;

  private FormEditor(
      Gateways gateways,
      PatientId patientId,
      DocumentId documentId,
      FormDefinition definition,
      List<OtherOrder> others,
      boolean mayApprove,
      @Nullable DocumentId replaces,
      Consumer<DocumentId> kept,
      Runnable left) {
    this.gateways = gateways;
    this.patientId = patientId;
    this.documentId = documentId;
    this.definition = definition;
    this.others = others;
    this.mayApprove = mayApprove;
    this.replaces = replaces;
    this.kept = kept;
    this.left = left;
    this.fields = fields(definition);

    counts.addClassName("form-counts");
    counts.getElement().setAttribute("aria-live", "polite");
    saveState.addClassNames("small", "muted");
    saveState.getElement().setAttribute("aria-live", "polite");
    head.addClassName("form-head");
    head.add(title, counts);
    addClassNames("tab-page", "form-editor");
    place.add(fields);
    place.addClassName("form-place");
    preview =
        new SheetPreview(
            gateways,
            patientId,
            () -> new SheetPreview.Asked(this.definition.version(), fields.values()));
    Div paper = new Div(place, preview);
    paper.addClassName("form-paper");
    add(head, paper, actions());
  }

  /**
   * @param open goes to another address of the tab
   * @param kept runs when the new form was saved for the first time
   * @param left runs when the editor has nothing more to do
   */
  static FormEditor of(
      Gateways gateways,
      PatientId patientId,
      Prefill begun,
      @Nullable DocumentId replaces,
      Consumer<FormAddress> open,
      Consumer<DocumentId> kept,
      Runnable left) {
    FormEditor editor =
        new FormEditor(
            gateways,
            patientId,
            DocumentId.next(),
            FormDefinitions.official().of(begun.formVersion()),
            begun.others(),
            begun.mayApprove(),
            replaces,
            kept,
            left);
    if (!begun.previous().isEmpty()) {
      editor.head.add(note(Texts.get("form.copied")));
    } else if (begun.mayCopy()) {
      editor.head.add(
          new Button(
              Texts.get("form.copy"),
              click -> open.accept(FormAddress.begin(editor.definition.kind(), true))));
    }
    editor.fill(begun.values(), begun.provenance());
    return editor;
  }

  static FormEditor of(Gateways gateways, PatientId patientId, FormSheet sheet, Runnable left) {
    FormEditor editor =
        new FormEditor(
            gateways,
            patientId,
            sheet.documentId(),
            FormDefinitions.official().of(sheet.formVersion()),
            sheet.others(),
            sheet.mayApprove(),
            null,
            ignored -> {},
            left);
    editor.version = sheet.version();
    editor.head.add(
        note(
            Texts.get(
                sheet.state() == FormState.SUBMITTED ? "form.waits" : "form.entered",
                sheet.enteredBy().name(),
                sheet.enteredBy().facility(),
                DateTexts.moment(sheet.changedAt()))));
    editor.fill(sheet.values(), sheet.unchanged());
    editor.saved = editor.fields.values();
    return editor;
  }

  private static Paragraph note(String text) {
    Paragraph note = new Paragraph(text);
    note.addClassName("muted");
    return note;
  }

  private FormFields fields(FormDefinition of) {
    return new FormFields(of, new FormContext(others), this::changed);
  }

  private void fill(FormValues values, Map<String, Provenance> provenance) {
    title.setText(Texts.get("form.title", definition.title(), definition.version()));
    fields.fill(values, provenance);
    count(fields.findings());
  }

  private void changed(List<FormFinding> findings) {
    saveState.setText(Texts.get("form.notSaved"));
    untilSaved.begin();
    untilDrawn.begin();
    LocalDate issued = fields.values().date(definition.dated()).orElse(null);
    FormDefinition inForce =
        issued == null ? definition : FormDefinitions.official().inForce(definition.kind(), issued);
    if (inForce.version().equals(definition.version())) {
      count(findings);
    } else {
      changeTo(inForce);
    }
  }

  /** FM-02: the day of issue chooses the version of the sheet; what both ask is kept. */
  private void changeTo(FormDefinition other) {
    FormValues values = other.fitting(fields.values());
    definition = other;
    fields = fields(other);
    place.removeAll();
    place.add(fields);
    fill(values, Map.of());
    Refusals.done(Texts.get("form.versionChanged", other.version()));
  }

  private void count(List<FormFinding> findings) {
    long errors = findings.stream().filter(FormFinding::isError).count();
    long warnings =
        findings.stream().filter(finding -> finding.level() == FindingLevel.WARNING).count();
    counts.setText(
        errors == 0
            ? Texts.get("form.counts.ready", warnings)
            : Texts.get("form.counts", errors, warnings));
    counts.setClassName("form-counts-open", errors > 0);
  }

  private Div actions() {
    Button back = new Button(Texts.get("form.back"), click -> leave());
    Button drop = new Button(Texts.get("form.drop"), click -> drop());
    Button save = new Button(Texts.get("form.save"), click -> save(this::said));
    Button print = new Button(Texts.get("form.preview"), click -> save(this::print));
    Button submit = new Button(Texts.get("form.submit"), click -> save(this::submit));
    drop.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
    Div row = new Div(back, drop, saveState, print, save);
    saveState.addClassName("grow");
    if (mayApprove) {
      Button approve = new Button(Texts.get("form.approve"), click -> approve());
      approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      row.add(approve);
    } else {
      submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      row.add(submit);
    }
    row.addClassNames("row", "end", "form-actions");
    return row;
  }

  private void said() {
    Refusals.done(Texts.get("form.saved"));
  }

  private void drawAgain() {
    preview.follow();
  }

  /** What was typed survives the session; what cannot be read yet waits for its author. */
  private void autosave() {
    if (conflict == null && (version > 0 || !fields.values().equals(saved))) {
      write(() -> {});
    }
  }

  /** Saves when something changed since, then goes on. */
  private void save(Runnable then) {
    Optional<FieldEditor> unreadable = fields.unreadable();
    if (unreadable.isPresent()) {
      fields.scrollTo(unreadable.get().field().code());
      Refusals.warn(Texts.get("form.unreadable", unreadable.get().field().label()));
      return;
    }
    if (conflict != null) {
      conflict.scrollIntoView();
      Refusals.warn(Texts.get("form.conflict"));
      return;
    }
    untilSaved.end();
    write(then);
  }

  /** One at a time: a second one before the first is answered would be in conflict with it. */
  private void write(Runnable then) {
    if (saving) {
      afterSaving.add(() -> write(then));
      return;
    }
    FormValues values = fields.values();
    if (version > 0 && values.equals(saved)) {
      saveState.setText(Texts.get("form.saved"));
      then.run();
      return;
    }
    boolean first = version == 0;
    saving = true;
    gateways.send(
        new DraftForm(documentId, patientId, version, definition.version(), values),
        () -> {
          saving = false;
          version++;
          saved = values;
          saveState.setText(Texts.get("form.saved"));
          if (first) {
            kept.accept(documentId);
          }
          then.run();
          goOn();
        },
        failure -> {
          saving = false;
          afterSaving.clear();
          notDone(failure);
        });
  }

  private void goOn() {
    Runnable next = afterSaving.poll();
    if (next != null) {
      next.run();
    }
  }

  private void print() {
    new FormPapers(gateways, patientId, documentId, definition).print(version, false);
  }

  private void submit() {
    gateways.send(
        new SubmitForm(documentId, patientId, version),
        () -> {
          Refusals.done(Texts.get("form.submitted"));
          left.run();
        },
        this::notDone);
  }

  private void approve() {
    fields.showMissing();
    List<FormFinding> findings = fields.findings();
    count(findings);
    Optional<FormFinding> error = findings.stream().filter(FormFinding::isError).findFirst();
    if (error.isPresent()) {
      fields.scrollTo(error.get().field());
      Refusals.warn(
          Texts.get("form.notReady", findings.stream().filter(FormFinding::isError).count()));
      return;
    }
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.get("form.approve.question"));
    dialog.add(new Paragraph(Texts.get("form.approve.effect")));
    findings.stream()
        .filter(finding -> finding.level() != FindingLevel.ERROR)
        .forEach(finding ->
            dialog.add(
                new Paragraph(
                    Texts.get(
                        "form.approve.warning",
                        definition.field(finding.field()).label(),
                        Texts.of("form.finding", finding.code())))));
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("action.cancel"));
    dialog.setConfirmText(Texts.get("form.approve"));
    dialog.addConfirmListener(confirmed -> save(this::confirm));
    dialog.open();
  }

  private void confirm() {
    gateways.send(
        new ApproveForm(documentId, patientId, version, saved), this::confirmed, this::notDone);
  }

  private void confirmed() {
    DocumentId former = replaces;
    if (former == null) {
      Refusals.done(Texts.get("form.approved"));
      left.run();
      return;
    }
    gateways.send(
        new SupersedeForm(former, patientId, documentId),
        () -> {
          Refusals.done(Texts.get("form.replaced"));
          left.run();
        },
        failure -> {
          Refusals.show(failure);
          left.run();
        });
  }

  private void drop() {
    untilSaved.end();
    if (version == 0) {
      left.run();
      return;
    }
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.get("form.drop.question"));
    dialog.setText(Texts.get("form.drop.effect"));
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("action.cancel"));
    dialog.setConfirmText(Texts.get("form.drop"));
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(confirmed ->
        gateways.send(
            new CancelForm(documentId, patientId, ""),
            () -> {
              Refusals.done(Texts.get("form.dropped"));
              left.run();
            },
            this::notDone));
    dialog.open();
  }

  private void showConflict(FormSheet other) {
    settle();
    ConflictBox box =
        new ConflictBox(
            definition,
            fields.values(),
            other,
            () -> {
              version = other.version();
              settle();
              write(this::said);
            },
            () -> {
              version = other.version();
              settle();
              take(other);
            });
    conflict = box;
    addComponentAtIndex(1, box);
    box.scrollIntoView();
  }

  private void settle() {
    if (conflict != null) {
      remove(conflict);
      conflict = null;
    }
  }

  private void take(FormSheet other) {
    if (!other.formVersion().equals(definition.version())) {
      definition = FormDefinitions.official().of(other.formVersion());
      fields = fields(definition);
      place.removeAll();
      place.add(fields);
    }
    fill(other.values(), other.unchanged());
    saved = fields.values();
    saveState.setText(Texts.get("form.saved"));
    preview.follow();
  }

  private void leave() {
    untilSaved.end();
    if (fields.values().equals(saved)) {
      left.run();
      return;
    }
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.get("form.leave.question"));
    dialog.setText(Texts.get("form.leave.effect"));
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("form.leave.stay"));
    dialog.setRejectable(true);
    dialog.setRejectText(Texts.get("form.leave.without"));
    dialog.setConfirmText(Texts.get("form.save"));
    dialog.addRejectListener(rejected -> left.run());
    dialog.addConfirmListener(confirmed -> save(left));
    dialog.open();
  }

  private void notDone(Throwable failure) {
    saveState.setText(Texts.get("form.notSaved"));
    if (Refusals.is(failure, RefusalCode.CONFLICT)) {
      Soon.ask(
          gateways,
          new GetForm(patientId, documentId),
          FormSheet.class,
          sheet -> sheet.version() > version,
          this::showConflict,
          Refusals::show);
    } else {
      Refusals.show(failure);
    }
  }
}
