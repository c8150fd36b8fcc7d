/** Care teams and groups of users. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.careteam.view;
