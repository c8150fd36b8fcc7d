package jp.tsunagaru.patient.query;

import java.time.Instant;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.BasicInfo;
import org.jspecify.annotations.Nullable;

/**
 * @param author name of the account now
 * @param facility of the account now
 */
public record BasicInfoVersion(
    long version,
    Instant recordedAt,
    String author,
    String facility,
    @Nullable Profession profession,
    BasicInfo basicInfo) {}
