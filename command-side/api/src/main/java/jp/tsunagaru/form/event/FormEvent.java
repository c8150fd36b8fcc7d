package jp.tsunagaru.form.event;

/** Table of contents of the events of this feature. */
public sealed interface FormEvent
    permits FormDrafted, FormSubmittedForApproval, FormApproved, FormSuperseded, FormCancelled {}
