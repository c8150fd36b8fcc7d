/** Keys and sealing of personal data (design §4.4). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.axon.seal;
