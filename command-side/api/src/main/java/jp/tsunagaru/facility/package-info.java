/** Participating facilities (第7条) and their applications (第8条). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.facility;
