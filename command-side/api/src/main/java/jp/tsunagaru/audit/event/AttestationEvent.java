package jp.tsunagaru.audit.event;

/** Table of contents of the quarterly attestation of rights (C-07). */
public sealed interface AttestationEvent permits RightsConfirmed, AttestationSigned {}
