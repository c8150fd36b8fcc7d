/** Decides on the strongly consistent tables who may send and see what, and records it (design §4.2, §4.3). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.access.write;
