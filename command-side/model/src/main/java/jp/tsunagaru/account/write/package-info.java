/** Accounts, their credentials, and signing in. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.account.write;
