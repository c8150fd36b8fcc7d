/**
 * Reads, refusals and sign-ins: the access history (C-08), kept in a stream of their own; and the
 * reviews of it (C-09), which are events like any other.
 */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.audit.event;
