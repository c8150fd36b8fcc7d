package jp.tsunagaru.attachment.query;

import java.util.List;
import jp.tsunagaru.document.query.AttachmentView;

public record Uploads(List<AttachmentView> attachments) {}
