/** Explanations of accesses, for who may know them. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.access.read;
