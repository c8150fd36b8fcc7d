/** What happened to official forms. Stored contracts: never rename. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.form.event;
