package jp.tsunagaru.document.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.document.command.ReviseArticle;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.document.event.DocumentRevised;
import jp.tsunagaru.kernel.Personal;

/** What one version says, to recognise a command that was sent again. */
record Version(
    long number,
    AccountId authorId,
    LocalDate occurredOn,
    Set<String> tags,
    Visibility visibility,
    List<AttachmentId> attachments,
    Personal<WrittenArticle> article) {
  static Version of(DocumentConfirmed event) {
    return new Version(
        1,
        event.authorId(),
        event.occurredOn(),
        event.tags(),
        event.visibility(),
        event.attachments(),
        event.article());
  }

  static Version of(DocumentRevised event) {
    return new Version(
        event.version(),
        event.authorId(),
        event.occurredOn(),
        event.tags(),
        event.visibility(),
        event.attachments(),
        event.article());
  }

  boolean says(PostArticle command) {
    return occurredOn.equals(command.occurredOn())
        && tags.equals(command.tags())
        && visibility.equals(command.visibility())
        && attachments.equals(command.attachments())
        && article
            .read()
            .map(WrittenArticle::content)
            .filter(command.content()::equals)
            .isPresent();
  }

  boolean says(ReviseArticle command) {
    return number == command.expectedVersion() + 1
        && occurredOn.equals(command.occurredOn())
        && tags.equals(command.tags())
        && visibility.equals(command.visibility())
        && attachments.equals(command.attachments())
        && article
            .read()
            .map(WrittenArticle::content)
            .filter(command.content()::equals)
            .isPresent();
  }
}
