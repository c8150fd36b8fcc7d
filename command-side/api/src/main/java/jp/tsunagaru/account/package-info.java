/** Accounts of users: one id, one person, one facility (第25条). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.account;
