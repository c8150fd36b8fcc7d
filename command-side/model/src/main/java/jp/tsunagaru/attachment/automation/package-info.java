/** What follows from a received or purged file; not replayed. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.attachment.automation;
