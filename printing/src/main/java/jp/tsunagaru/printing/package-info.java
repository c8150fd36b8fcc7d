/**
 * A4 sheets as PDF: Japanese text that shrinks, breaks and continues instead of being cut, lines and
 * marks of forms, and the footer of every page.
 *
 * <p>Lengths are millimetres from the upper left corner of the page. Nothing here asks the clock or
 * throws dice: equal input makes equal bytes.
 */
@NullMarked
package jp.tsunagaru.printing;

import org.jspecify.annotations.NullMarked;
