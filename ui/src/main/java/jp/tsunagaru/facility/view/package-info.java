/** The city's desk for applications and facilities. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.facility.view;
