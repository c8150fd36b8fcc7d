/** What can be asked of accounts. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.account.command;
