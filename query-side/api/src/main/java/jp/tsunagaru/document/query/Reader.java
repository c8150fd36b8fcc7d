package jp.tsunagaru.document.query;

import java.time.Instant;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.japanese.Profession;
import org.jspecify.annotations.Nullable;

/**
 * @param readAt null while unread
 */
public record Reader(
    AccountId accountId,
    String name,
    String facility,
    Profession profession,
    @Nullable Instant readAt,
    long version) {}
