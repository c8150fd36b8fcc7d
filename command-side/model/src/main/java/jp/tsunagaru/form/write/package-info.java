/** Decides about official forms and keeps what access decisions need to know of them. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.form.write;
