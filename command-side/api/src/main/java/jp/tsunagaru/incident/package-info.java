/** Security incidents and their chain of reports (第28条). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.incident;
