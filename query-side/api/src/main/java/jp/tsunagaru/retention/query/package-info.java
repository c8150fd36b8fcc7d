/** What can be asked about ends, deletions and disposal. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.retention.query;
