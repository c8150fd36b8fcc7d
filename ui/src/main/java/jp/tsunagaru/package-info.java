/** Start of the application. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru;
