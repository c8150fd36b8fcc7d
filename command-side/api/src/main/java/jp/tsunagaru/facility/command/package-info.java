/** What can be asked of facilities and their applications. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.facility.command;
