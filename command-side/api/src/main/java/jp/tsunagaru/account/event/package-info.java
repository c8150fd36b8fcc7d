/** What happened to accounts. Stored contracts: never rename. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.account.event;
