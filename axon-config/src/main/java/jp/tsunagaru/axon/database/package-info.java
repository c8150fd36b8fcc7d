/** The embedded PostgreSQL. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.axon.database;
