package jp.tsunagaru.facility.query;

/**
 * @param changes facilities whose change waits to be confirmed
 * @param abolitions facilities that want to end their registration
 */
public record FacilityTasks(int changes, int abolitions) {}
