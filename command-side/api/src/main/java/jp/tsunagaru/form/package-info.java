/**
 * The official forms (別紙1⑤) as data: definitions by version, values, and the rules of confirming.
 * One definition drives screen, validation, print and export.
 */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.form;
