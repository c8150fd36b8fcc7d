package jp.tsunagaru.attachment.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.Rendition;
import jp.tsunagaru.attachment.StoredFile;
import jp.tsunagaru.attachment.command.ReceiveAttachment;
import jp.tsunagaru.attachment.command.RecordConversionFailure;
import jp.tsunagaru.attachment.command.RecordRenditions;
import jp.tsunagaru.attachment.event.AttachmentConverted;
import jp.tsunagaru.attachment.event.AttachmentReceived;
import jp.tsunagaru.attachment.event.ConversionFailed;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** 受信 → 変換 → 利用可 (DC-06 to DC-08). What was refused never becomes an attachment. */
@Aggregate
class Attachment {
  @AggregateIdentifier private AttachmentId id;
  private @Nullable AttachmentReceived received;
  private boolean converted;
  private boolean failed;

  Attachment() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  StoredFile handle(ReceiveAttachment command, MetaData metaData, UploadRules rules) {
    Uploader uploader = Uploader.of(metaData);
    if (received != null) {
      return again(received, command);
    }
    rules.check(command.patientId(), command.documentId(), uploader);
    apply(
        new AttachmentReceived(
            command.attachmentId(),
            command.patientId(),
            command.documentId(),
            command.kind(),
            command.pages(),
            command.namesAnotherPatient(),
            command.file(),
            Personal.of(Subject.of(command.documentId(), command.patientId()), command.facts())));
    return command.file();
  }

  /** A browser that lost the answer sends the file again, sealed anew under another address. */
  private static StoredFile again(AttachmentReceived received, ReceiveAttachment command) {
    boolean same =
        received.patientId().equals(command.patientId())
            && received.documentId().equals(command.documentId())
            && received.facts().read().filter(command.facts()::equals).isPresent();
    if (!same) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    return received.file();
  }

  @CommandHandler
  boolean handle(RecordRenditions command) {
    AttachmentReceived file = existing();
    if (converted) {
      return false;
    }
    List<Rendition> renditions = List.copyOf(command.renditions());
    apply(
        new AttachmentConverted(
            command.attachmentId(), file.patientId(), file.documentId(), renditions));
    return true;
  }

  @CommandHandler
  void handle(RecordConversionFailure command) {
    AttachmentReceived file = existing();
    if (converted || failed) {
      return;
    }
    apply(
        new ConversionFailed(
            command.attachmentId(), file.patientId(), file.documentId(), command.reasonCode()));
  }

  private AttachmentReceived existing() {
    if (received == null) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    return received;
  }

  @EventSourcingHandler
  void on(AttachmentReceived event) {
    id = event.attachmentId();
    received = event;
  }

  @EventSourcingHandler
  void on(AttachmentConverted event) {
    converted = true;
  }

  @EventSourcingHandler
  void on(ConversionFailed event) {
    failed = true;
  }
}
