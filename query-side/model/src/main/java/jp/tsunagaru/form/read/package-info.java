/** Official forms as they are, and with what new ones begin. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.form.read;
