package jp.tsunagaru.careteam.query;

/**
 * @param patients whom the user is in charge of today
 * @param lastOfFacility of these, without anybody else of the facility
 * @param lastOfAll of these, without anybody else at all
 */
public record LeavingEffect(int patients, int lastOfFacility, int lastOfAll) {}
