/** What happened to attachments. Stored contracts: never rename. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.attachment.event;
