package jp.tsunagaru.patient.query;

import java.time.LocalDate;
import jp.tsunagaru.consent.EndReason;

/**
 * 利用終結 while the record is kept (第19条).
 *
 * @param until last day on which the team displays it
 * @param mayManage whether the actor may take the end back, withdraw or ask for deletion
 */
public record Closing(EndReason reason, LocalDate endedOn, LocalDate until, boolean mayManage) {}
