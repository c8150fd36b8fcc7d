/** Deletion requests, retention and disposal. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.retention.view;
