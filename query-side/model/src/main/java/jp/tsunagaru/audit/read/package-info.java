/** The way into the access history for the auditor. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.audit.read;
