/** What auditors can ask. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.audit.query;
