/** What can be asked about teams, groups and users. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.careteam.query;
