/** Refusals: a code plus parameters; the Japanese sentence lives in the message bundles. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.refusal;
