/** What happened around security incidents (第28条). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.incident.event;
