/** Read side of ends, deletions and disposal. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.retention.read;
