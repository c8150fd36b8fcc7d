/** Decides about documents and keeps what access decisions need to know of them. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.document.write;
