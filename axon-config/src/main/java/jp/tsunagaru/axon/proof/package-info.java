/** The tamper-evident proof over all stored events: logs, signed heads, proofs and exports. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.axon.proof;
