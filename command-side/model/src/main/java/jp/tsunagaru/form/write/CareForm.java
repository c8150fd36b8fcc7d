package jp.tsunagaru.form.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Map;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.document.event.DocumentDeleted;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.WrittenForm;
import jp.tsunagaru.form.command.ApproveForm;
import jp.tsunagaru.form.command.CancelForm;
import jp.tsunagaru.form.command.DraftForm;
import jp.tsunagaru.form.command.SubmitForm;
import jp.tsunagaru.form.command.SupersedeForm;
import jp.tsunagaru.form.event.FormApproved;
import jp.tsunagaru.form.event.FormCancelled;
import jp.tsunagaru.form.event.FormDrafted;
import jp.tsunagaru.form.event.FormSubmittedForApproval;
import jp.tsunagaru.form.event.FormSuperseded;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.support.event.SupportRequested;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * 下書き → 医師確認待ち → 確定 → 差替 | 取消 of an official form (別紙1⑤, FM-01). A form is a document of a patient
 * and has the id of one: access, keys and view records treat both alike.
 *
 * <p>Every handler also meets forms that do not exist, so that those and the ones of another
 * patient are refused alike (PT-12).
 */
@Aggregate
class CareForm {
  @AggregateIdentifier private DocumentId id;
  private @Nullable FormDrafted begun;
  private @Nullable Saved newest;
  private State state = State.DRAFT;
  private boolean somethingElse;
  private boolean deleted;

  private enum State {
    DRAFT,
    SUBMITTED,
    APPROVED,
    SUPERSEDED,
    CANCELLED
  }

  /** What was saved last, to recognise a command that was sent again. */
  private record Saved(long version, String formVersion, AccountId by, Personal<WrittenForm> form) {
    boolean says(long saved, AccountId actor, FormValues values) {
      return version == saved
          && by.equals(actor)
          && form.read().map(WrittenForm::values).filter(values::equals).isPresent();
    }
  }

  CareForm() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DraftForm command, MetaData metaData, Writers writers) {
    Actor actor = Actor.of(metaData);
    Writer writer = writers.of(actor);
    if (somethingElse || begun != null && !begun.patientId().equals(command.patientId())) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    if (begun != null) {
      MayChangeDraft.check(begun, actor, writer);
      requireState(!deleted);
    }
    FormDefinition definition =
        FormDefinitions.official()
            .find(command.formVersion())
            .orElseThrow(() -> Refused.field(RefusalCode.FIELD_INVALID, "form"));
    requireSameKind(definition);
    FormValues values = definition.checked(command.values());
    requireState(state == State.DRAFT || state == State.SUBMITTED);
    if (command.expectedVersion() != version()) {
      if (newest != null
          && newest.formVersion().equals(command.formVersion())
          && newest.says(command.expectedVersion() + 1, actor.accountId(), values)) {
        return;
      }
      throw conflict();
    }
    apply(
        new FormDrafted(
            command.documentId(),
            command.patientId(),
            version() + 1,
            command.formVersion(),
            actor.accountId(),
            actor.facilityId(),
            writer.profession(),
            written(command.documentId(), command.patientId(), values, writer)));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(SubmitForm command, MetaData metaData, Writers writers) {
    Actor actor = Actor.of(metaData);
    FormDrafted form = existing(command.patientId());
    MayChangeDraft.check(form, actor, writers.of(actor));
    if (state == State.SUBMITTED && command.expectedVersion() == version()) {
      return;
    }
    requireState(state == State.DRAFT);
    if (command.expectedVersion() != version()) {
      throw conflict();
    }
    apply(new FormSubmittedForApproval(command.documentId(), command.patientId(), version()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ApproveForm command, MetaData metaData, Writers writers) {
    Actor actor = Actor.of(metaData);
    FormDrafted form = existing(command.patientId());
    Writer writer = writers.of(actor);
    Physicians.check(writer);
    Saved saved = saved();
    FormDefinition definition = FormDefinitions.official().of(saved.formVersion());
    FormValues values = definition.checked(command.values());
    if (state == State.APPROVED
        && saved.says(command.expectedVersion() + 1, actor.accountId(), values)) {
      return;
    }
    requireState(state == State.DRAFT || state == State.SUBMITTED);
    if (command.expectedVersion() != version()) {
      throw conflict();
    }
    NoErrors.check(definition, values);
    apply(
        new FormApproved(
            command.documentId(),
            command.patientId(),
            version() + 1,
            saved.formVersion(),
            form.enteredBy(),
            actor.accountId(),
            actor.facilityId(),
            written(command.documentId(), command.patientId(), values, writer)));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(SupersedeForm command, MetaData metaData, Writers writers, OtherForms others) {
    existing(command.patientId());
    Physicians.check(writers.of(Actor.of(metaData)));
    requireState(state == State.APPROVED);
    OtherForms.Other other =
        others
            .find(command.by(), command.patientId())
            .filter(found -> !command.by().equals(command.documentId()))
            .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
    requireState(
        other.confirmed()
            && other.kind() == FormDefinitions.official().of(saved().formVersion()).kind());
    apply(new FormSuperseded(command.documentId(), command.patientId(), command.by()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CancelForm command, MetaData metaData, Writers writers) {
    Actor actor = Actor.of(metaData);
    FormDrafted form = existing(command.patientId());
    Writer writer = writers.of(actor);
    if (state == State.APPROVED) {
      Physicians.check(writer);
      if (command.reason().isEmpty()) {
        throw Refused.field(RefusalCode.FIELD_REQUIRED, "reason");
      }
    } else {
      MayChangeDraft.check(form, actor, writer);
      requireState(state == State.DRAFT || state == State.SUBMITTED);
    }
    apply(
        new FormCancelled(
            command.documentId(),
            command.patientId(),
            Personal.of(Subject.of(command.documentId(), command.patientId()), command.reason())));
  }

  /**
   * Another version of the same sheet may follow when the day of issue moves; not another sheet.
   */
  private void requireSameKind(FormDefinition definition) {
    if (newest != null
        && FormDefinitions.official().of(newest.formVersion()).kind() != definition.kind()) {
      throw Refused.field(RefusalCode.FIELD_INVALID, "form");
    }
  }

  private static Personal<WrittenForm> written(
      DocumentId documentId, PatientId patientId, FormValues values, Writer writer) {
    return Personal.of(Subject.of(documentId, patientId), new WrittenForm(values, writer.name()));
  }

  /** The right was decided for the patient of the command: it must be the one of the form. */
  private FormDrafted existing(PatientId patientId) {
    if (begun == null || !begun.patientId().equals(patientId)) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    requireState(!deleted);
    return begun;
  }

  private Saved saved() {
    if (newest == null) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    return newest;
  }

  private static void requireState(boolean holds) {
    if (!holds) {
      throw new Refused(RefusalCode.FORM_STATE);
    }
  }

  private Refused conflict() {
    return new Refused(RefusalCode.CONFLICT, Map.of("version", Long.toString(version())));
  }

  private long version() {
    return newest == null ? 0 : newest.version();
  }

  @EventSourcingHandler
  void on(FormDrafted event) {
    id = event.documentId();
    if (begun == null) {
      begun = event;
    }
    newest = new Saved(event.version(), event.formVersion(), event.enteredBy(), event.form());
    state = State.DRAFT;
  }

  @EventSourcingHandler
  void on(FormSubmittedForApproval event) {
    state = State.SUBMITTED;
  }

  @EventSourcingHandler
  void on(FormApproved event) {
    newest = new Saved(event.version(), event.formVersion(), event.approvedBy(), event.form());
    state = State.APPROVED;
  }

  @EventSourcingHandler
  void on(FormSuperseded event) {
    state = State.SUPERSEDED;
  }

  @EventSourcingHandler
  void on(FormCancelled event) {
    state = State.CANCELLED;
  }

  /** Deletion, restoration and purging are those of every document. */
  @EventSourcingHandler
  void on(DocumentDeleted event) {
    deleted = true;
  }

  @EventSourcingHandler
  void on(DocumentRestored event) {
    deleted = false;
  }

  /** The id belongs to another document: whoever asks for a form of that id finds none. */
  @EventSourcingHandler
  void on(DocumentConfirmed event) {
    id = event.documentId();
    somethingElse = true;
  }

  @EventSourcingHandler
  void on(SupportRequested event) {
    id = event.documentId();
    somethingElse = true;
  }
}
