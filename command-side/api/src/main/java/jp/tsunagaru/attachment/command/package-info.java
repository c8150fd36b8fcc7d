/** What can be asked of attachments. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.attachment.command;
