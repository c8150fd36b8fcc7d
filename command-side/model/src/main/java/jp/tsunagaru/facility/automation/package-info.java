/** What follows from a decision about an application. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.facility.automation;
