/** Consent: explained, recorded, shown, stopped. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.consent.view;
