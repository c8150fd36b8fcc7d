package jp.tsunagaru.attachment.write;

import jp.tsunagaru.attachment.command.AnnounceUpload;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Decides before the first byte; what follows decides again. */
@Component
class AnnouncedUploads {
  private final UploadRules rules;

  AnnouncedUploads(UploadRules rules) {
    this.rules = rules;
  }

  @CommandHandler
  void handle(AnnounceUpload command, MetaData metaData) {
    rules.check(command.patientId(), command.documentId(), Uploader.of(metaData));
  }
}
