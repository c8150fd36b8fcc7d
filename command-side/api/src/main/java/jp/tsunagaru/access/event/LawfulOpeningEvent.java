package jp.tsunagaru.access.event;

/** Table of contents. */
public sealed interface LawfulOpeningEvent
    permits LawfulOpeningRequested, LawfulOpeningApproved, LawfulOpeningClosed {}
