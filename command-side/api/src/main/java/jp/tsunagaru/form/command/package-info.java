/** What can be asked of official forms. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.form.command;
