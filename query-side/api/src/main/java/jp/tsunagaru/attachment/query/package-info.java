/** What can be asked about attachments. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.attachment.query;
