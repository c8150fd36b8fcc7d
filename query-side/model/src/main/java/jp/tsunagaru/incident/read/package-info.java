/** What is known about security incidents, for each side as much as it may know. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.incident.read;
