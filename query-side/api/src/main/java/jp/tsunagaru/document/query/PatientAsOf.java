package jp.tsunagaru.document.query;

import java.time.Instant;
import java.util.List;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.query.ExtendedInfo;
import org.jspecify.annotations.Nullable;

/**
 * @param basicInfo null when the patient was registered later
 * @param recordedAt when that version was registered
 * @param newer whether it has been changed since
 * @param extended 拡張情報 with every value of then, newest first
 * @param consent null before it was given
 */
public record PatientAsOf(
    @Nullable BasicInfo basicInfo,
    @Nullable Instant recordedAt,
    boolean newer,
    ExtendedInfo extended,
    @Nullable PastConsent consent,
    List<PastMember> team) {}
