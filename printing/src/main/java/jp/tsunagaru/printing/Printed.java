package jp.tsunagaru.printing;

import java.util.List;

/**
 * A finished document.
 *
 * @param missing the characters that stand as 〓, each once, in the order of their appearance
 */
public record Printed(byte[] pdf, int pages, List<MissingLetter> missing) {}
