package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.ExtendedSchemas;
import jp.tsunagaru.patient.query.ExtendedEntry;
import jp.tsunagaru.patient.query.ExtendedInfo;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;

/** What stands in 拡張情報, for reading only; what was never filled in or was emptied is left out. */
final class ExtendedFacts extends DescriptionList {
  ExtendedFacts(ExtendedSchemas schemas, ExtendedInfo info) {
    addClassName("facts");
    each(
        schemas,
        info,
        (field, entries) -> {
          ExtendedEntry newest = entries.getFirst();
          Span value = new Span(ExtendedTexts.of(field, newest.values()));
          value.addClassName("extended-value");
          Span by =
              new Span(
                  Texts.get(
                      "patient.asOf.extended.by",
                      newest.author(),
                      DateTexts.moment(newest.recordedAt())));
          by.addClassNames("small", "muted");
          DescriptionList.Description fact = new DescriptionList.Description(value, by);
          fact.addClassName("extended-fact");
          add(new DescriptionList.Term(field.label()), fact);
        });
  }

  static int filledIn(ExtendedInfo info) {
    return (int)
        info.history().keySet().stream().filter(code -> !info.valuesOf(code).isEmpty()).count();
  }

  /** In the order of the schema in force; what it has no place for comes last, in its own words. */
  static void each(
      ExtendedSchemas schemas,
      ExtendedInfo info,
      BiConsumer<ExtendedSchema.Field, List<ExtendedEntry>> show) {
    Set<String> codes = new LinkedHashSet<>();
    schemas
        .inForce()
        .sections()
        .forEach(section -> section.fields().forEach(field -> codes.add(field.code())));
    codes.addAll(info.history().keySet());
    for (String code : codes) {
      if (!info.valuesOf(code).isEmpty()) {
        List<ExtendedEntry> entries = info.history().getOrDefault(code, List.of());
        show.accept(schemas.toRead(code, entries.getFirst().schemaVersion()), entries);
      }
    }
  }
}
