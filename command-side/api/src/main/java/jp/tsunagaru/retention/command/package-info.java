/** What can be asked of deletions, holds and disposals. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.retention.command;
