package jp.tsunagaru.attachment.event;

/** Table of contents of the events of this feature. */
public sealed interface AttachmentEvent
    permits AttachmentReceived, AttachmentConverted, ConversionFailed, AttachmentRejected {}
