package jp.tsunagaru.operation.query;

import java.util.List;

/**
 * One control of the guidelines, measured.
 *
 * @param id such as {@code C-09}, or {@code A-28} for an article of the terms
 * @param finding code of the sentence that says what was found
 * @param figures that fill the sentence
 * @param evidence paths of the screens that show more, the best first; an office opens what it may
 */
public record Control(
    String id, Light light, String finding, List<Long> figures, List<String> evidence) {}
