/** Reporting incidents and working on them. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.incident.view;
