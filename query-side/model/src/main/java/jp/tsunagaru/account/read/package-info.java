/** Users and their sign-ins as the screens ask for them. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.account.read;
