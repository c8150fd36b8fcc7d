/** What happened to care teams and groups. Stored contracts: never rename. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.careteam.event;
