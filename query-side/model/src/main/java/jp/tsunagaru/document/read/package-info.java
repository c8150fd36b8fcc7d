/** Timeline, versions, receipts and deleted documents. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.document.read;
