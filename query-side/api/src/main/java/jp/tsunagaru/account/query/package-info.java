/** What can be asked about accounts. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.account.query;
