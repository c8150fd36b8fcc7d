/** The chain of reports about a security incident (第28条). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.incident.write;
