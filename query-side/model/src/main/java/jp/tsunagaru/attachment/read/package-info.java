/** Files of documents as they are shown and found. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.attachment.read;
