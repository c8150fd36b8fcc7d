package jp.tsunagaru.patient.query;

import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * @param unread documents of others that the actor has not been shown; 100 means 100 or more
 * @param latestLine first words of the newest visible document, or blank
 * @param latestProfession profession of its author, null when there is none
 * @param news what changed since the actor's last visit, without the fields of 基本情報
 * @param mergedInto the record of the same person under which this one stands, when the actor may
 *     see it
 */
public record PatientRow(
    PatientId patientId,
    String name,
    String kana,
    Gender gender,
    LocalDate birthDate,
    @Nullable CareLevel careLevel,
    boolean careLevelExpired,
    String phone,
    String physician,
    int teamSize,
    SharingState sharing,
    int unread,
    @Nullable Instant latestAt,
    String latestLine,
    @Nullable Profession latestProfession,
    PatientNews news,
    @Nullable PatientId mergedInto) {}
