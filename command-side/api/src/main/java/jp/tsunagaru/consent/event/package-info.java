/** What happened to consents. Stored contracts: never rename. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.consent.event;
