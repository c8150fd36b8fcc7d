package jp.tsunagaru.attachment.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.attachment.AttachmentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The worker could not; the original stays downloadable. */
@AllowedFor(Role.SYSTEM)
public record RecordConversionFailure(
    @TargetAggregateIdentifier AttachmentId attachmentId, String reasonCode)
    implements AttachmentCommand {}
