/** The documents that everybody agrees to. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.terms.write;
