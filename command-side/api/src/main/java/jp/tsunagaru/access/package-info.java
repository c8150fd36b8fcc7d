/** Rights, roles and the markers by which every message says what it needs; see design §4.3. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.access;
