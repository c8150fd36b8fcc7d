/** What can be asked of a consent. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.consent.command;
