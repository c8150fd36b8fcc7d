/**
 * Japanese data conventions: era dates, search keys for names, telephone and postal numbers, ages,
 * holidays, insurance numbers with check digits and text that older systems can read.
 *
 * <p>Everything here is a value or a function of its arguments: no clock, no locale of the machine,
 * no network, no dependency beyond the JDK. No method returns {@code null}; passing {@code null} is
 * a programming error and ends in a {@link NullPointerException}.
 */
package jp.tsunagaru.japanese;
