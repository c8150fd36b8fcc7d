package jp.tsunagaru.form.query;

import java.util.List;

/**
 * @param forms newest first
 * @param mayDraft whether the actor may fill in forms here, for buttons only
 * @param mayApprove whether the actor is a physician who may
 */
public record Forms(List<FormRow> forms, boolean mayDraft, boolean mayApprove) {}
