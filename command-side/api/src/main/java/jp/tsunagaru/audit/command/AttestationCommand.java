package jp.tsunagaru.audit.command;

/** Table of contents. */
public sealed interface AttestationCommand permits ConfirmRights, SignAttestation {}
