/** What happened to deletions, holds and disposals. Stored contracts: never rename. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.retention.event;
