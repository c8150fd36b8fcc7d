/** What happened to requests for support. Stored contracts: never rename. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.support.event;
