package jp.tsunagaru.attachment.command;

import java.util.List;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.Rendition;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The worker made pictures of the file; answers whether they count, that is whether they are the
 * first.
 */
@AllowedFor(Role.SYSTEM)
public record RecordRenditions(
    @TargetAggregateIdentifier AttachmentId attachmentId, List<Rendition> renditions)
    implements AttachmentCommand {}
