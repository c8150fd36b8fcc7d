package jp.tsunagaru.document.query;

import java.time.LocalDate;
import jp.tsunagaru.form.query.FormState;
import org.jspecify.annotations.Nullable;

/**
 * What a timeline says of an official form; its content is shown on its sheet only, and read there.
 *
 * @param validFrom first day of an order
 * @param validTo its last day
 */
public record FormMark(
    FormState state, @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {}
