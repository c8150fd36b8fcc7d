/** What can be asked about security incidents. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.incident.query;
