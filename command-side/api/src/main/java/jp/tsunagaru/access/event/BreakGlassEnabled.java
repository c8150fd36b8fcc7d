package jp.tsunagaru.access.event;

import jp.tsunagaru.access.BreakGlassSwitchId;

public record BreakGlassEnabled(BreakGlassSwitchId switchId, int minutes)
    implements BreakGlassEvent {}
