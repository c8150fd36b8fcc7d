/** What happened to documents. Stored contracts: never rename. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.document.event;
