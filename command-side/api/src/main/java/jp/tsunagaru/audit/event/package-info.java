/** Reads, refusals and sign-ins: the access history (C-08). Kept in a stream of their own. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.audit.event;
