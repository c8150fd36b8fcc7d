/** Screens of accounts: first sign-in, own profile, users of a facility. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.account.view;
