/** Replay of the access history for the city's auditor. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.audit.view;
