/** Who is in charge of a patient, with which rights and how long (第15条, TM-01 to TM-06). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.careteam.write;
