/** Decides on strongly consistent tables who may do and see what, and records it (design §4.3). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.access.write;
