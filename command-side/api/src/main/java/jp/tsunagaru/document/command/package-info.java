/** What can be asked of documents. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.document.command;
