/** What can be asked about official forms, and the answers. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.form.query;
