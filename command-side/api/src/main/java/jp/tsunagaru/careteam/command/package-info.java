/** What can be asked of care teams and groups. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.careteam.command;
