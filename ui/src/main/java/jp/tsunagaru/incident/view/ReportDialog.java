package jp.tsunagaru.incident.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.query.GetTimeline;
import jp.tsunagaru.document.query.Timeline;
import jp.tsunagaru.document.query.TimelineEntry;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.incident.AffectedRecord;
import jp.tsunagaru.incident.IncidentContent;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.incident.IncidentKind;
import jp.tsunagaru.incident.command.ReportIncident;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.ListPatients;
import jp.tsunagaru.patient.query.PatientList;
import jp.tsunagaru.patient.query.PatientRow;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.PartWords;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** The report of an incident over the page on which it was noticed (第28条1, IN-01). */
final class ReportDialog extends Dialog {
  private static final Pattern PATIENT_PAGE =
      Pattern.compile("patients/(pat_[0-9a-z]{26})(?:/.*)?");
  private static final int MOST_PATIENTS = 200;

  private record Entry(PatientId patientId, DocumentId documentId, String words) {}

  private final Gateways gateways;
  private final String place;
  private final IncidentId incidentId = IncidentId.next();
  private final Select<IncidentKind> kind = new Select<>();
  private final MomentField foundAt = new MomentField(Texts.get("incident.foundAt"));
  private final MomentField occurredAt = new MomentField(Texts.get("incident.occurredAt"));
  private final MultiSelectComboBox<PatientRow> patients =
      new MultiSelectComboBox<>(Texts.get("incident.patients"));
  private final MultiSelectComboBox<Entry> documents =
      new MultiSelectComboBox<>(Texts.get("incident.documents"));
  private final Div entries = new Div();
  private final TextArea description = new TextArea(Texts.get("incident.description"));
  private final TextArea action = new TextArea(Texts.get("incident.action"));
  private final TextField caller = new TextField(Texts.get("incident.caller"));
  private final boolean helpDesk = SignedInUser.require().has(Role.CONTRACTOR_HELPDESK);

  ReportDialog(Gateways gateways, Clock clock, String place) {
    this.gateways = gateways;
    this.place = place;
    kind.setLabel(Texts.get("incident.kind"));
    kind.setItems(IncidentKind.values());
    kind.setItemLabelGenerator(each -> Texts.of("incident.kind", each));
    kind.setWidthFull();
    foundAt.at(clock.instant());
    foundAt.setRequiredIndicatorVisible(true);
    occurredAt.setHelperText(Texts.get("incident.occurredAt.help"));
    description.setMaxLength(2000);
    description.setRequired(true);
    description.setHelperText(Texts.get("incident.description.help"));
    description.setMinHeight("8rem");
    action.setMaxLength(1000);
    action.setHelperText(Texts.get("incident.action.help"));
    description.setWidthFull();
    action.setWidthFull();
    caller.setMaxLength(200);
    caller.setHelperText(Texts.get("incident.caller.help"));
    caller.setWidthFull();
    Paragraph explained = new Paragraph(Texts.get("incident.report.explained"));
    explained.addClassName("attention-box");
    Button cancel = new Button(Texts.get("action.cancel"), click -> close());
    Button send = new Button(Texts.get("incident.report.send"), click -> send());
    send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);

    setHeaderTitle(Texts.get("incident.report"));
    setWidth("min(720px, 98vw)");
    setCloseOnOutsideClick(false);
    addClassName("sheet");
    add(explained);
    if (helpDesk) {
      add(caller);
    }
    add(kind, foundAt, occurredAt);
    if (SignedInUser.require().has(Role.CARE_USER)) {
      add(patients, entries);
      offerPatients();
    }
    add(description, action);
    getFooter().add(cancel, send);
  }

  private void offerPatients() {
    patients.setWidthFull();
    patients.setItemLabelGenerator(row ->
        Texts.get(
            "incident.patient", row.name(), row.kana(), DateTexts.shortDate(row.birthDate())));
    patients.setHelperText(Texts.get("incident.patients.help"));
    documents.setWidthFull();
    documents.setItemLabelGenerator(Entry::words);
    Button choose = new Button(Texts.get("incident.documents.choose"), click -> offerDocuments());
    choose.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    patients.addValueChangeListener(change -> {
      entries.removeAll();
      documents.clear();
      if (!change.getValue().isEmpty()) {
        entries.add(choose);
      }
    });
    gateways.ask(
        new ListPatients("", null, null, null, false, 0, MOST_PATIENTS),
        PatientList.class,
        found -> {
          patients.setItems(found.rows());
          Optional<PatientId> here = patientOf(place);
          found.rows().stream()
              .filter(row -> here.filter(row.patientId()::equals).isPresent())
              .findFirst()
              .ifPresent(patients::select);
        });
  }

  static Optional<PatientId> patientOf(String place) {
    Matcher page = PATIENT_PAGE.matcher(place);
    return page.matches() ? Optional.of(new PatientId(page.group(1))) : Optional.empty();
  }

  /** Only when asked for: what is offered here was shown, and is recorded as such. */
  private void offerDocuments() {
    List<Entry> offered = new ArrayList<>();
    entries.removeAll();
    entries.add(documents);
    for (PatientRow row : patients.getSelectedItems()) {
      gateways.ask(
          new GetTimeline(row.patientId(), TimelineFilter.ALL, null),
          Timeline.class,
          found -> {
            found.entries().forEach(entry -> offered.add(entry(row, entry)));
            documents.setItems(offered);
          });
    }
  }

  private static Entry entry(PatientRow row, TimelineEntry entry) {
    String title = entry.content().title();
    String words = title.isBlank() ? PartWords.of(entry.content()) : title;
    String first =
        words.substring(
            0, words.offsetByCodePoints(0, Math.min(30, words.codePointCount(0, words.length()))));
    return new Entry(
        row.patientId(),
        entry.documentId(),
        Texts.get("incident.document", row.name(), DateTexts.shortDate(entry.occurredOn()), first));
  }

  private List<AffectedRecord> affected() {
    Set<AffectedRecord> affected = new LinkedHashSet<>();
    Set<PatientId> detailed = new LinkedHashSet<>();
    documents
        .getSelectedItems()
        .forEach(entry -> {
          affected.add(new AffectedRecord(entry.patientId(), entry.documentId()));
          detailed.add(entry.patientId());
        });
    patients.getSelectedItems().stream()
        .map(PatientRow::patientId)
        .filter(id -> !detailed.contains(id))
        .forEach(id -> affected.add(new AffectedRecord(id, null)));
    return List.copyOf(affected);
  }

  private void send() {
    IncidentKind chosen = kind.getValue();
    Optional<Instant> found = foundAt.moment();
    invalid(kind, chosen == null, "incident.kind.missing");
    foundAt.setInvalid(found.isEmpty());
    foundAt.setErrorMessage(Texts.get("incident.foundAt.missing"));
    description.setInvalid(description.getValue().isBlank());
    description.setErrorMessage(Texts.get("incident.description.missing"));
    caller.setInvalid(helpDesk && caller.getValue().isBlank());
    caller.setErrorMessage(Texts.get("incident.caller.missing"));
    if (chosen == null || found.isEmpty() || description.isInvalid() || caller.isInvalid()) {
      return;
    }
    @Nullable Instant occurred = occurredAt.moment().orElse(null);
    try {
      gateways.send(
          new ReportIncident(
              incidentId,
              chosen,
              found.get(),
              occurred,
              affected(),
              new IncidentContent(
                  description.getValue(), action.getValue(), caller.getValue(), place)),
          () -> {
            close();
            Refusals.done(Texts.get("incident.report.sent"));
          });
    } catch (RuntimeException refused) {
      Refusals.show(refused);
    }
  }

  private static void invalid(Select<?> field, boolean invalid, String key) {
    field.setErrorMessage(Texts.get(key));
    field.setInvalid(invalid);
  }
}
