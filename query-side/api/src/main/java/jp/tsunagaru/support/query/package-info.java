/** What can be asked about requests for support. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.support.query;
