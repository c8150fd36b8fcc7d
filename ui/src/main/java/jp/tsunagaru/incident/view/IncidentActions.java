package jp.tsunagaru.incident.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.BreachReason;
import jp.tsunagaru.incident.CommissionReport;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.incident.MeasureKind;
import jp.tsunagaru.incident.ReportStage;
import jp.tsunagaru.incident.command.AssessBreach;
import jp.tsunagaru.incident.command.CloseIncident;
import jp.tsunagaru.incident.command.CooperateInStudy;
import jp.tsunagaru.incident.command.DecideEstimate;
import jp.tsunagaru.incident.command.DecidePrevention;
import jp.tsunagaru.incident.command.InstructReporter;
import jp.tsunagaru.incident.command.OfferEstimate;
import jp.tsunagaru.incident.command.OmitCouncilReport;
import jp.tsunagaru.incident.command.ReceiveIncident;
import jp.tsunagaru.incident.command.RecordCommissionReport;
import jp.tsunagaru.incident.command.RecordMeasure;
import jp.tsunagaru.incident.command.RecordNotification;
import jp.tsunagaru.incident.command.ReportIncidentToCity;
import jp.tsunagaru.incident.command.ReportToCouncil;
import jp.tsunagaru.incident.command.RequestStudy;
import jp.tsunagaru.incident.query.Breach;
import jp.tsunagaru.incident.query.IncidentDetail;
import jp.tsunagaru.incident.query.IncidentState;
import jp.tsunagaru.incident.query.ListPossibleMeasures;
import jp.tsunagaru.incident.query.PossibleMeasures;
import jp.tsunagaru.incident.query.StepKind;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.JapaneseDatePicker;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;

/** What the hat worn can do with an incident now. */
final class IncidentActions extends Div {
  private final Gateways gateways;
  private final Clock clock;
  private final IncidentDetail detail;
  private final IncidentId id;
  private final Runnable changed;

  IncidentActions(Gateways gateways, Clock clock, IncidentDetail detail, Runnable changed) {
    this.gateways = gateways;
    this.clock = clock;
    this.detail = detail;
    this.id = detail.row().incidentId();
    this.changed = changed;
    addClassName("row");
    if (detail.row().state() == IncidentState.CLOSED) {
      return;
    }
    SignedInUser user = SignedInUser.require();
    if (user.has(Role.CONTRACTOR_OPS) || user.has(Role.CONTRACTOR_HELPDESK)) {
      contractor(user.has(Role.CONTRACTOR_OPS));
    }
    if (user.has(Role.CITY_OPERATOR)) {
      city();
    }
    if (user.has(Role.FACILITY_ADMIN) && detail.ownFacility()) {
      facility();
    }
  }

  private boolean has(StepKind kind) {
    return detail.steps().stream().anyMatch(step -> step.kind() == kind);
  }

  /** The last step of the side branch: it may be asked for again after it ended. */
  private boolean studyStandsAt(StepKind... kinds) {
    Set<StepKind> study =
        Set.of(
            StepKind.STUDY_REQUESTED,
            StepKind.STUDY_ANSWERED,
            StepKind.ESTIMATE_OFFERED,
            StepKind.ESTIMATE_ACCEPTED,
            StepKind.ESTIMATE_DECLINED);
    return detail.steps().stream()
        .map(step -> step.kind())
        .filter(study::contains)
        .reduce((one, other) -> other)
        .filter(Set.of(kinds)::contains)
        .isPresent();
  }

  private void contractor(boolean operations) {
    if (!has(StepKind.RECEIVED)) {
      main("incident.receive", () -> gateways.send(new ReceiveIncident(id), changed));
      return;
    }
    boolean instructed = has(StepKind.INSTRUCTED);
    button(
        "incident.instruct",
        !instructed,
        () -> words("incident.instruct", 2000, text -> new InstructReporter(id, text)));
    if (operations && instructed && !has(StepKind.REPORTED_TO_CITY)) {
      main("incident.toCity", this::toCity);
    }
    if (studyStandsAt(StepKind.STUDY_REQUESTED)) {
      button(
          "incident.cooperate",
          false,
          () -> words("incident.cooperate", 2000, text -> new CooperateInStudy(id, text)));
      if (operations) {
        button("incident.estimate", false, this::estimate);
      }
    }
  }

  private void city() {
    if (!has(StepKind.REPORTED_TO_CITY)) {
      add(new Paragraph(Texts.get("incident.city.waits")));
      return;
    }
    button("incident.measure", !has(StepKind.MEASURE), this::measure);
    button("incident.breach.assess", !has(StepKind.BREACH_ASSESSED), this::assess);
    Breach breach = detail.breach();
    if (breach != null && breach.reportable()) {
      boolean first = !has(StepKind.COMMISSION_PRELIMINARY);
      button("incident.commission.PRELIMINARY", first, () -> commission(ReportStage.PRELIMINARY));
      if (!first) {
        button(
            "incident.commission.FINAL",
            !has(StepKind.COMMISSION_FINAL),
            () -> commission(ReportStage.FINAL));
      }
    }
    button("incident.notify", false, this::notifyPersons);
    button("incident.tellCouncil", false, this::tellCouncil);
    if (!has(StepKind.COUNCIL_TOLD) && !has(StepKind.COUNCIL_OMITTED)) {
      button(
          "incident.omitCouncil",
          false,
          () -> words("incident.omitCouncil", 400, text -> new OmitCouncilReport(id, text)));
    }
    button("incident.prevent", false, this::prevent);
    button(
        "incident.close",
        false,
        () -> words("incident.close", 1000, text -> new CloseIncident(id, text)));
  }

  private void facility() {
    if (studyStandsAt(StepKind.ESTIMATE_OFFERED)) {
      main("incident.accept", () -> decide(true));
      button("incident.decline", false, () -> decide(false));
    } else if (!studyStandsAt(StepKind.STUDY_REQUESTED)) {
      button(
          "incident.study",
          false,
          () -> words("incident.study", 1000, text -> new RequestStudy(id, text)));
    }
  }

  private void main(String key, Runnable action) {
    button(key, true, action);
  }

  private void button(String key, boolean main, Runnable action) {
    Button button = new Button(Texts.get(key), click -> action.run());
    if (main) {
      button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    }
    add(button);
  }

  private void words(String key, int most, java.util.function.Function<String, Object> command) {
    new WordsDialog(gateways, key, changed).ask(key, most, true, command);
  }

  private void toCity() {
    TextArea assessment = WordsDialog.words("incident.assessment", 2000);
    Checkbox sign =
        new Checkbox(Texts.get("incident.toCity.sign", SignedInUser.require().displayName()));
    new WordsDialog(gateways, "incident.toCity", changed)
        .with(assessment, sign)
        .finish(
            "incident.toCity",
            () -> {
              boolean complete = filled(assessment) & sign.getValue();
              if (!sign.getValue()) {
                Refusals.warn(Texts.get("incident.toCity.unsigned"));
              }
              return complete;
            },
            () -> new ReportIncidentToCity(id, assessment.getValue()));
  }

  private void estimate() {
    IntegerField yen = new IntegerField(Texts.get("incident.yen"));
    yen.setMin(1);
    yen.setMax(100_000_000);
    TextArea scope = WordsDialog.words("incident.scope", 2000);
    new WordsDialog(gateways, "incident.estimate", changed)
        .with(yen, scope)
        .finish(
            "incident.estimate",
            () -> {
              yen.setInvalid(yen.getValue() == null || yen.getValue() < 1);
              yen.setErrorMessage(Texts.get("incident.yen.missing"));
              return filled(scope) & !yen.isInvalid();
            },
            () -> new OfferEstimate(id, yen.getValue(), scope.getValue()));
  }

  private void decide(boolean accepted) {
    String key = accepted ? "incident.accept" : "incident.decline";
    new WordsDialog(gateways, key, changed)
        .ask(key, 400, false, text -> new DecideEstimate(id, accepted, text));
  }

  private void measure() {
    gateways.ask(
        new ListPossibleMeasures(id), PossibleMeasures.class, found -> measure(found.done()));
  }

  private void measure(List<PossibleMeasures.Done> done) {
    RadioButtonGroup<PossibleMeasures.Done> which =
        new RadioButtonGroup<>(Texts.get("incident.measure.which"));
    PossibleMeasures.Done other =
        new PossibleMeasures.Done("", MeasureKind.OTHER, clock.instant(), "", "");
    List<PossibleMeasures.Done> choices = new ArrayList<>(done);
    choices.add(other);
    which.setItems(choices);
    which.setItemLabelGenerator(one ->
        one.kind() == MeasureKind.OTHER
            ? Texts.get("incident.measure.OTHER")
            : Texts.get(
                "incident.measure.choice",
                Texts.of("incident.measure", one.kind()),
                one.about(),
                DateTexts.exact(one.at()),
                one.who()));
    which.addClassName("choices-down");
    TextArea note = WordsDialog.words("incident.note", 1000);
    new WordsDialog(gateways, "incident.measure", changed)
        .with(which, note)
        .finish(
            "incident.measure",
            () -> {
              which.setInvalid(which.getValue() == null);
              which.setErrorMessage(Texts.get("incident.measure.missing"));
              return !which.isInvalid() && (which.getValue() != other || filled(note));
            },
            () ->
                new RecordMeasure(
                    id, which.getValue().kind(), which.getValue().eventId(), note.getValue()));
  }

  private void assess() {
    Breach before = detail.breach();
    MomentField aware = new MomentField(Texts.get("incident.breach.awareAt"));
    aware.at(
        before != null
            ? before.awareAt()
            : detail.steps().stream()
                .filter(step -> step.kind() == StepKind.REPORTED_TO_CITY)
                .map(step -> step.at())
                .findFirst()
                .orElse(clock.instant()));
    CheckboxGroup<BreachReason> reasons = new CheckboxGroup<>(Texts.get("incident.breach.reasons"));
    reasons.setItems(BreachReason.values());
    reasons.setItemLabelGenerator(each -> Texts.of("incident.breach.reason", each));
    reasons.addClassName("choices-down");
    reasons.setValue(
        before != null
            ? before.reasons()
            : detail.affected().isEmpty() ? Set.of() : Set.of(BreachReason.SENSITIVE));
    Checkbox encrypted = new Checkbox(Texts.get("incident.breach.encrypted.question"));
    encrypted.setValue(before != null && before.encrypted());
    IntegerField persons = new IntegerField(Texts.get("incident.breach.persons"));
    persons.setMin(0);
    persons.setMax(1_000_000);
    persons.setValue(
        before != null
            ? before.persons()
            : (int)
                detail.affected().stream().map(one -> one.record().patientId()).distinct().count());
    new WordsDialog(gateways, "incident.breach.assess", changed)
        .with(aware, reasons, encrypted, persons)
        .finish(
            "incident.breach.assess",
            () -> {
              aware.setInvalid(aware.getValue() == null);
              persons.setInvalid(persons.getValue() == null);
              return !aware.isInvalid() && !persons.isInvalid();
            },
            () ->
                new AssessBreach(
                    id,
                    aware.moment().orElse(Instant.EPOCH),
                    reasons.getValue(),
                    encrypted.getValue(),
                    persons.getValue()));
  }

  private void commission(ReportStage stage) {
    CommissionReport draft = CommissionDraft.of(detail);
    JapaneseDatePicker day = day("incident.submittedOn");
    List<TextArea> items = new ArrayList<>();
    List<String> values = draft.items();
    for (int i = 0; i < values.size(); i++) {
      TextArea area = WordsDialog.words("incident.commission.item." + (i + 1), 2000);
      area.setValue(values.get(i));
      items.add(area);
    }
    String key = "incident.commission." + stage.name();
    new WordsDialog(gateways, key, changed)
        .with(day)
        .with(items.toArray(TextArea[]::new))
        .finish(
            key,
            () -> {
              boolean complete = day.getValue() != null;
              for (TextArea area : stage == ReportStage.FINAL ? items : items.subList(0, 1)) {
                complete &= filled(area);
              }
              return complete;
            },
            () ->
                new RecordCommissionReport(
                    id,
                    stage,
                    day.getValue(),
                    new CommissionReport(
                        items.get(0).getValue(),
                        items.get(1).getValue(),
                        items.get(2).getValue(),
                        items.get(3).getValue(),
                        items.get(4).getValue(),
                        items.get(5).getValue(),
                        items.get(6).getValue(),
                        items.get(7).getValue(),
                        items.get(8).getValue())));
  }

  private void notifyPersons() {
    JapaneseDatePicker day = day("incident.notifiedOn");
    IntegerField persons = new IntegerField(Texts.get("incident.breach.persons"));
    persons.setMin(1);
    persons.setMax(1_000_000);
    Breach breach = detail.breach();
    persons.setValue(breach == null || breach.persons() == 0 ? null : breach.persons());
    TextArea how = WordsDialog.words("incident.how", 400);
    new WordsDialog(gateways, "incident.notify", changed)
        .with(day, persons, how)
        .finish(
            "incident.notify",
            () -> {
              persons.setInvalid(persons.getValue() == null || persons.getValue() < 1);
              return day.getValue() != null && !persons.isInvalid() && filled(how);
            },
            () -> new RecordNotification(id, day.getValue(), persons.getValue(), how.getValue()));
  }

  private void tellCouncil() {
    TextArea summary = WordsDialog.words("incident.summary", 1000);
    new WordsDialog(gateways, "incident.tellCouncil", changed)
        .with(summary)
        .finish(
            "incident.tellCouncil",
            () -> filled(summary) && nobodyNamed(summary),
            () -> new ReportToCouncil(id, summary.getValue()));
  }

  /** A help against slips: patients concerned, the reporter and ids must not stand there. */
  private boolean nobodyNamed(TextArea summary) {
    String text = summary.getValue().replaceAll("[\\s\u3000]", "");
    boolean named =
        detail.affected().stream()
                .map(one -> one.patient().replaceAll("[\\s\u3000]", ""))
                .anyMatch(name -> !name.isEmpty() && text.contains(name))
            || !detail.row().reporter().isEmpty()
                && text.contains(detail.row().reporter().replaceAll("[\\s\u3000]", ""))
            || text.contains("pat_")
            || text.contains("doc_");
    summary.setErrorMessage(Texts.get("incident.summary.named"));
    summary.setInvalid(named);
    return !named;
  }

  private void prevent() {
    TextArea text = WordsDialog.words("incident.prevention", 1000);
    Select<Boolean> by = new Select<>();
    by.setLabel(Texts.get("incident.prevention.by"));
    by.setItems(false, true);
    by.setItemLabelGenerator(
        council -> Texts.get(council ? "incident.prevention.COUNCIL" : "incident.prevention.CITY"));
    by.setValue(has(StepKind.COUNCIL_TOLD));
    new WordsDialog(gateways, "incident.prevent", changed)
        .with(by, text)
        .finish(
            "incident.prevent",
            () -> filled(text),
            () -> new DecidePrevention(id, by.getValue(), text.getValue()));
  }

  private JapaneseDatePicker day(String key) {
    JapaneseDatePicker day = new JapaneseDatePicker(Texts.get(key));
    LocalDate today = DateTexts.day(clock.instant());
    day.setValue(today);
    day.setMax(today);
    day.setRequired(true);
    return day;
  }

  private static boolean filled(TextArea area) {
    area.setErrorMessage(Texts.get("incident.words.missing"));
    area.setInvalid(area.getValue().isBlank());
    return !area.isInvalid();
  }
}
