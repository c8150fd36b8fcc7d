package jp.tsunagaru.audit.query;

import java.util.List;

/** The attestation of the own facility in the quarter of today (C-07). */
public record Attestation(AttestationRow row, List<AttestedAccount> accounts) {}
