package jp.tsunagaru.form.command;

/** Table of contents of the commands of this feature. */
public sealed interface FormCommand
    permits DraftForm, SubmitForm, ApproveForm, SupersedeForm, CancelForm {}
