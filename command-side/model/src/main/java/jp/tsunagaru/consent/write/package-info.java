/** Consent of a patient (様式第2, 第16条1), stop and resumption of sharing. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.consent.write;
