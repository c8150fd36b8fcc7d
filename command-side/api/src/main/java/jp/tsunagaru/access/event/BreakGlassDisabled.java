package jp.tsunagaru.access.event;

import jp.tsunagaru.access.BreakGlassSwitchId;

/** Everything that was open is over with it. */
public record BreakGlassDisabled(BreakGlassSwitchId switchId) implements BreakGlassEvent {}
