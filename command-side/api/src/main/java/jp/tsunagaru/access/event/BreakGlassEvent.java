package jp.tsunagaru.access.event;

/** Table of contents. */
public sealed interface BreakGlassEvent
    permits BreakGlassEnabled,
        BreakGlassDisabled,
        BreakGlassOpened,
        BreakGlassClosed,
        BreakGlassReviewed {}
