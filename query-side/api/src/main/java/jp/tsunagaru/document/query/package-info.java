/** What can be asked about documents. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.document.query;
