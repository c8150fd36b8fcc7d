package jp.tsunagaru.attachment.command;

/** Table of contents of the commands of this feature. */
public sealed interface AttachmentCommand
    permits AnnounceUpload, ReceiveAttachment, RecordRenditions, RecordConversionFailure {}
