/** What happens to documents by itself. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.document.automation;
