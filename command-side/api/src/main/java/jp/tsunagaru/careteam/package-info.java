/** The care team of a patient and groups of users (第15条, 別紙1④⑤). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.careteam;
