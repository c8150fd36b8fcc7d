/** Sealed files (design §4.7). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.axon.vault;
