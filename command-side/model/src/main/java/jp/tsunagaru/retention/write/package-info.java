/** Write side of deletions, holds and disposals. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.retention.write;
