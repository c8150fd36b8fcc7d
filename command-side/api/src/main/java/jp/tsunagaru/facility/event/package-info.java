/** What happened to facilities. Stored contracts: never rename. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.facility.event;
