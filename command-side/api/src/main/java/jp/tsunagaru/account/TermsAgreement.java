package jp.tsunagaru.account;

/** The versions of both documents an applicant or user agreed to (第8条1, 第8条3, TR-01). */
public record TermsAgreement(
    String termsVersion, String termsHash, String policyVersion, String policyHash) {}
