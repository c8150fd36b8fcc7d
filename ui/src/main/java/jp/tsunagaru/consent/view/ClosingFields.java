package jp.tsunagaru.consent.view;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.EndReason;
import jp.tsunagaru.consent.command.EndUse;
import jp.tsunagaru.consent.command.StopSharing;
import jp.tsunagaru.consent.command.WithdrawConsent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.retention.DeletionRequestId;
import jp.tsunagaru.retention.DeletionScope;
import jp.tsunagaru.retention.IdentityCheck;
import jp.tsunagaru.retention.command.RequestDeletion;
import jp.tsunagaru.retention.query.ClosingEffect;
import jp.tsunagaru.retention.query.ClosingKind;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.RequestFields;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WarekiField;
import org.jspecify.annotations.Nullable;

/** What has to be known of each way to end sharing. */
final class ClosingFields extends Div {
  private static final int DAYS_TO_DELETE = 14;

  private final ClosingKind kind;
  private final Clock clock;
  private final DeletionRequestId requestId = DeletionRequestId.next();
  private final RadioButtonGroup<EndReason> reason =
      new RadioButtonGroup<>(Texts.get("consent.endReason"));
  private final RequestFields request = new RequestFields();
  private final RadioButtonGroup<IdentityCheck> identity =
      new RadioButtonGroup<>(Texts.get("consent.closing.identity"));
  private final RadioButtonGroup<DeletionScope> scope =
      new RadioButtonGroup<>(Texts.get("consent.closing.scope"));
  private final MultiSelectComboBox<ClosingEffect.Named> documents =
      new MultiSelectComboBox<>(Texts.get("consent.closing.documents"));
  private final WarekiField from = new WarekiField(Texts.get("consent.closing.from"));
  private final WarekiField to = new WarekiField(Texts.get("consent.closing.to"));
  private final WarekiField day;
  private final WarekiField due = new WarekiField(Texts.get("consent.closing.dueOn"));
  private final Div what = new Div();

  ClosingFields(ClosingKind kind, Clock clock, EndReason proposed, Runnable dayChanged) {
    this.kind = kind;
    this.clock = clock;
    LocalDate today = LocalDate.now(clock);
    day =
        new WarekiField(
            Texts.get(
                switch (kind) {
                  case END, STOP -> "consent.closing.endedOn";
                  case WITHDRAW -> "consent.closing.withdrawnOn";
                  case DELETE -> "consent.closing.requestedOn";
                }));
    day.setValue(today);
    day.setRequiredIndicatorVisible(true);
    day.addValueChangeListener(event -> dayChanged.run());
    due.setValue(today.plusDays(DAYS_TO_DELETE));
    due.setRequiredIndicatorVisible(true);
    reason.setItems(EndReason.DEATH, EndReason.MOVED_OUT, EndReason.ADMITTED, EndReason.OTHER);
    reason.setItemLabelGenerator(each -> Texts.of("consent.endReason", each));
    reason.setValue(proposed);
    identity.setItems(IdentityCheck.values());
    identity.setItemLabelGenerator(each -> Texts.of("consent.closing.identity", each));
    identity.setRequiredIndicatorVisible(true);
    scope.setItems(DeletionScope.values());
    scope.setItemLabelGenerator(each -> Texts.of("consent.closing.scope", each));
    documents.setItemLabelGenerator(ClosingFields::label);
    documents.setWidthFull();
    scope.addValueChangeListener(event -> showScope(event.getValue()));
    scope.setValue(DeletionScope.DOCUMENTS);

    addClassName("form");
    switch (kind) {
      case STOP -> add(request);
      case END -> add(reason, day);
      case WITHDRAW -> add(request, day);
      case DELETE -> add(scope, what, request, identity, day, due);
    }
  }

  private void showScope(DeletionScope wanted) {
    what.removeAll();
    switch (wanted) {
      case DOCUMENTS -> what.add(documents);
      case PERIOD -> what.add(from, to);
      case EVERYTHING -> {}
    }
  }

  private static String label(ClosingEffect.Named document) {
    return Texts.get(
        "consent.closing.document",
        DateTexts.date(document.occurredOn()),
        Texts.get(
            document.form() ? "consent.closing.document.form" : "consent.closing.document.article"),
        document.author());
  }

  void offer(List<ClosingEffect.Named> found) {
    documents.setItems(found);
  }

  @Nullable LocalDate day() {
    return day.getValue();
  }

  /** Whether everything is there; what is missing is marked. */
  boolean complete() {
    boolean complete = kind == ClosingKind.END || request.complete();
    if (kind != ClosingKind.STOP) {
      LocalDate chosen = day.getValue();
      complete &= mark(day, chosen == null);
      if (chosen != null && chosen.isAfter(LocalDate.now(clock))) {
        day.setErrorMessage(Texts.get("consent.date.future"));
        day.setInvalid(true);
        complete = false;
      }
    }
    if (kind == ClosingKind.DELETE) {
      complete &= mark(identity, identity.getValue() == null);
      complete &= mark(due, due.getValue() == null);
      complete &=
          mark(
              documents,
              scope.getValue() == DeletionScope.DOCUMENTS && documents.getValue().isEmpty());
      boolean period = scope.getValue() == DeletionScope.PERIOD;
      complete &= mark(from, period && from.getValue() == null);
      complete &= mark(to, period && to.getValue() == null);
    }
    return complete;
  }

  /** The command of the fields as they are. */
  Object command(PatientId patientId) {
    ConsentId consentId = ConsentId.of(patientId);
    LocalDate chosen = Objects.requireNonNull(day.getValue());
    return switch (kind) {
      case STOP -> new StopSharing(consentId, patientId, request.channel(), request.requester());
      case END -> new EndUse(consentId, patientId, reason.getValue(), chosen);
      case WITHDRAW ->
          new WithdrawConsent(consentId, patientId, request.channel(), request.requester(), chosen);
      case DELETE -> {
        DeletionScope wanted = scope.getValue();
        boolean period = wanted == DeletionScope.PERIOD;
        yield new RequestDeletion(
            requestId,
            patientId,
            request.channel(),
            identity.getValue(),
            request.requester(),
            wanted,
            wanted == DeletionScope.DOCUMENTS ? chosenDocuments() : Set.of(),
            period ? from.getValue() : null,
            period ? to.getValue() : null,
            chosen,
            Objects.requireNonNull(due.getValue()));
      }
    };
  }

  private Set<DocumentId> chosenDocuments() {
    return documents.getValue().stream()
        .map(ClosingEffect.Named::documentId)
        .collect(Collectors.toSet());
  }

  private static boolean mark(HasValidationProperties field, boolean missing) {
    field.setErrorMessage(missing ? Texts.get("consent.missing") : "");
    field.setInvalid(missing);
    return !missing;
  }
}
