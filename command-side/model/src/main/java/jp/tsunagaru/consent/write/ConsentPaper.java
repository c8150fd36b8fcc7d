package jp.tsunagaru.consent.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import jp.tsunagaru.access.write.Acting;
import jp.tsunagaru.consent.PaperPlace;
import jp.tsunagaru.consent.command.KeepConsentPaper;
import jp.tsunagaru.consent.command.RemoveConsentPaper;
import jp.tsunagaru.consent.event.ConsentPaperKept;
import jp.tsunagaru.consent.event.ConsentPaperRemoved;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.document.event.UnsentFilesPurged;
import jp.tsunagaru.form.event.FormDrafted;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
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
 * A signed sheet kept with the consent (PT-04). It has the id of a document, so that access, keys
 * and view records treat its files like any others.
 */
@Aggregate
class ConsentPaper {
  @AggregateIdentifier private DocumentId documentId;
  private @Nullable PatientId patientId;
  private boolean removed;
  private boolean somethingElse;

  ConsentPaper() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void keep(KeepConsentPaper command, MetaData metaData, PaperLookup lookup) {
    if (somethingElse || patientId != null && !patientId.equals(command.patientId())) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    if (patientId != null) {
      return;
    }
    if (!lookup.consented(command.patientId())) {
      throw new Refused(RefusalCode.CONSENT_MISSING);
    }
    if (!lookup
        .received(command.documentId(), command.patientId(), Acting.account(metaData))
        .containsAll(command.files())) {
      throw new Refused(RefusalCode.ATTACHMENT_UNKNOWN);
    }
    apply(
        new ConsentPaperKept(
            command.documentId(),
            command.patientId(),
            Acting.account(metaData),
            Acting.facility(metaData),
            Profession.valueOf(Origin.from(metaData).orElseThrow().profession()),
            command.files(),
            Personal.of(
                Subject.of(command.documentId(), command.patientId()),
                new PaperPlace(command.location()))));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void remove(RemoveConsentPaper command) {
    if (!command.patientId().equals(patientId)) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    if (!removed) {
      apply(
          new ConsentPaperRemoved(command.documentId(), command.patientId(), command.reasonCode()));
    }
  }

  @EventSourcingHandler
  void on(ConsentPaperKept event) {
    documentId = event.documentId();
    patientId = event.patientId();
  }

  @EventSourcingHandler
  void on(ConsentPaperRemoved event) {
    removed = true;
  }

  @EventSourcingHandler
  void on(DocumentConfirmed event) {
    documentId = event.documentId();
    somethingElse = true;
  }

  @EventSourcingHandler
  void on(UnsentFilesPurged event) {
    documentId = event.documentId();
    somethingElse = true;
  }

  @EventSourcingHandler
  void on(SupportRequested event) {
    documentId = event.documentId();
    somethingElse = true;
  }

  @EventSourcingHandler
  void on(FormDrafted event) {
    documentId = event.documentId();
    somethingElse = true;
  }
}
