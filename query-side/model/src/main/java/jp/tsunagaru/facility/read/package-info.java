/** Directory, applications and facilities as the screens ask for them. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.facility.read;
