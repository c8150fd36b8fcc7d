package jp.tsunagaru.patient.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.patient.ExtendedSchema.Field;
import jp.tsunagaru.patient.ExtendedSchema.Option;
import jp.tsunagaru.patient.ExtendedSchema.Section;
import jp.tsunagaru.shell.view.Texts;

/** What is different between two schemas, in words, one line each. */
final class SchemaChanges {
  private SchemaChanges() {}

  static List<String> between(List<Section> before, List<Section> after) {
    List<String> lines = new ArrayList<>();
    Map<String, Field> old = fields(before);
    Map<String, Field> now = fields(after);
    now.forEach((code, field) -> {
      Field was = old.get(code);
      if (was == null) {
        lines.add(Texts.get("extendedSchema.change.added", field.label()));
      } else {
        renamed(was, field, lines);
        options(was, field, lines);
      }
    });
    old.forEach((code, field) -> {
      if (!now.containsKey(code)) {
        lines.add(Texts.get("extendedSchema.change.removed", field.label()));
      }
    });
    if (!order(before, now).equals(order(after, old))) {
      lines.add(Texts.get("extendedSchema.change.order"));
    }
    return lines;
  }

  private static void renamed(Field was, Field field, List<String> lines) {
    if (!was.label().equals(field.label())) {
      lines.add(Texts.get("extendedSchema.change.renamed", was.label(), field.label()));
    }
  }

  private static void options(Field was, Field field, List<String> lines) {
    for (Option option : field.options()) {
      String then = was.labelOf(option.code());
      if (!was.offers(option.code())) {
        lines.add(Texts.get("extendedSchema.change.optionAdded", field.label(), option.label()));
      } else if (!then.equals(option.label())) {
        lines.add(
            Texts.get("extendedSchema.change.optionRenamed", field.label(), then, option.label()));
      }
    }
    for (Option option : was.options()) {
      if (!field.offers(option.code())) {
        lines.add(Texts.get("extendedSchema.change.optionRemoved", field.label(), option.label()));
      }
    }
    if (!order(was, field).equals(order(field, was))) {
      lines.add(Texts.get("extendedSchema.change.optionOrder", field.label()));
    }
  }

  /** What both have, in the order of the first. */
  private static List<String> order(Field first, Field other) {
    return first.options().stream().map(Option::code).filter(other::offers).toList();
  }

  /**
   * Names of sections with what both have, so that a moved field and a renamed section are seen.
   */
  private static List<List<String>> order(List<Section> sections, Map<String, Field> others) {
    return sections.stream()
        .map(section -> {
          List<String> names = new ArrayList<>(List.of(section.label()));
          section.fields().stream()
              .map(Field::code)
              .filter(others::containsKey)
              .forEach(names::add);
          return names;
        })
        .filter(names -> names.size() > 1)
        .toList();
  }

  private static Map<String, Field> fields(List<Section> sections) {
    Map<String, Field> fields = new LinkedHashMap<>();
    sections.forEach(section -> section.fields().forEach(field -> fields.put(field.code(), field)));
    return fields;
  }
}
