package jp.tsunagaru.imaging;

/** What a conversion ended in: pictures or a reason why there are none. */
public sealed interface RenderOutcome permits Rendered, RenderRefused {}
