/** What can be asked of requests for support. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.support.command;
