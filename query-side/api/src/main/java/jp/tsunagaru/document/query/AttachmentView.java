package jp.tsunagaru.document.query;

import java.util.List;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.FileKind;
import jp.tsunagaru.attachment.Rendition;
import org.jspecify.annotations.Nullable;

/**
 * @param name as uploaded
 * @param failure code when no picture can be made, else blank
 */
public record AttachmentView(
    AttachmentId attachmentId,
    String name,
    FileKind kind,
    long size,
    int pages,
    boolean namesAnotherPatient,
    @Nullable Rendition thumbnail,
    List<Rendition> displays,
    String failure) {}
