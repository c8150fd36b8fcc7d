/** What can be asked about facilities. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.facility.query;
