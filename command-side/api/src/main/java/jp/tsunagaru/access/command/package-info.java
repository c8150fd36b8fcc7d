/** Commands about 緊急閲覧, access outside the team in an emergency (TM-10). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.access.command;
