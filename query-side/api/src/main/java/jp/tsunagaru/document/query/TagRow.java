package jp.tsunagaru.document.query;

import java.util.List;
import jp.tsunagaru.document.TagId;

/**
 * @param formerNames newest first; they still find what was written under them
 * @param retired no longer offered
 * @param mayChange whether it is of the list that the asker keeps
 */
public record TagRow(
    TagId tagId,
    String name,
    List<String> formerNames,
    boolean ofCity,
    boolean retired,
    boolean mayChange) {}
