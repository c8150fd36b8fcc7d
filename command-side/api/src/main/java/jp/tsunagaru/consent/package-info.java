/** Consent of the patient to sharing (第16条, 様式第2). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.consent;
