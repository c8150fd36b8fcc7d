/** Screens of official forms, drawn from their definitions. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.form.view;
