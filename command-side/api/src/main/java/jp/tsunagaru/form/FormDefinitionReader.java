package jp.tsunagaru.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a definition and refuses what contradicts itself: unknown words, choices where none can be,
 * openings by choices that nobody can tick, rules without their fields.
 */
final class FormDefinitionReader {
  private static final Pattern CODE = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final Set<String> WORDS =
      Set.of(
          "version",
          "kind",
          "title",
          "effectiveFrom",
          "dated",
          "validity",
          "rules",
          "lists",
          "sections");
  private static final Set<String> SECTION_WORDS = Set.of("code", "title", "fields");
  private static final Set<String> FIELD_WORDS =
      Set.of(
          "code",
          "label",
          "type",
          "required",
          "max",
          "lines",
          "unit",
          "note",
          "choices",
          "rows",
          "columns",
          "when",
          "subsetOf");
  private static final Set<String> CHOICE_WORDS = Set.of("code", "label", "exclusive", "printed");
  private static final Set<String> COLUMN_WORDS = Set.of("code", "label", "max");

  private final JsonNode root;
  private final String version;
  private final Map<String, List<Choice>> choicesOf = new HashMap<>();

  FormDefinitionReader(JsonNode root) {
    this.root = root;
    this.version = root.path("version").asString("?");
  }

  FormDefinition definition() {
    only(root, WORDS);
    List<FormSection> sections = new ArrayList<>();
    for (JsonNode section : root.path("sections")) {
      only(section, SECTION_WORDS);
      List<FormField> fields = new ArrayList<>();
      for (JsonNode field : section.path("fields")) {
        fields.add(field(field));
      }
      sections.add(new FormSection(text(section, "code"), text(section, "title"), fields));
    }
    Map<String, List<String>> lists = new HashMap<>();
    root.path("lists")
        .properties()
        .forEach(list -> lists.put(list.getKey(), texts(list.getValue())));
    FormDefinition definition =
        new FormDefinition(
            version,
            constant(FormKind.class, text(root, "kind")),
            text(root, "title"),
            day(text(root, "effectiveFrom")),
            text(root, "dated"),
            root.path("validity").asString(null),
            sections,
            rules(),
            lists);
    check(definition);
    return definition;
  }

  private List<FormRule> rules() {
    return texts(root.path("rules")).stream()
        .map(name -> FormRules.named(name).orElseThrow(() -> broken(name, "is no rule")))
        .toList();
  }

  private FormField field(JsonNode field) {
    only(field, FIELD_WORDS);
    String code = text(field, "code");
    require(CODE.matcher(code).matches(), code, "is no code");
    String subsetOf = field.path("subsetOf").asString(null);
    List<Choice> choices = subsetOf == null ? choices(field) : choicesOf.get(subsetOf);
    require(choices != null, code, "is a part of a later or missing field");
    choicesOf.put(code, choices == null ? List.of() : choices);
    List<Column> columns = new ArrayList<>();
    for (JsonNode column : field.path("columns")) {
      only(column, COLUMN_WORDS);
      columns.add(
          new Column(text(column, "code"), text(column, "label"), column.path("max").asInt(0)));
    }
    return new FormField(
        code,
        text(field, "label"),
        constant(FieldType.class, text(field, "type")),
        field.path("required").asBoolean(false),
        field.path("max").asInt(0),
        field.path("lines").asInt(1),
        field.path("unit").asString(""),
        field.path("note").asString(""),
        choices == null ? List.of() : choices,
        field.path("rows").asInt(0),
        columns,
        opening(code, field.path("when").asString(null)),
        subsetOf);
  }

  private List<Choice> choices(JsonNode field) {
    List<Choice> choices = new ArrayList<>();
    for (JsonNode choice : field.path("choices")) {
      only(choice, CHOICE_WORDS);
      choices.add(
          new Choice(
              text(choice, "code"),
              text(choice, "label"),
              choice.path("exclusive").asBoolean(false),
              choice.path("printed").asBoolean(true)));
    }
    return choices;
  }

  private @Nullable Opening opening(String code, @Nullable String when) {
    if (when == null) {
      return null;
    }
    String[] parts = when.split("=", -1);
    require(parts.length == 2, code, "does not say field=choice");
    return new Opening(parts[0], parts[1]);
  }

  private void check(FormDefinition form) {
    Optional<FormField> dated = form.find(form.dated());
    require(
        dated.filter(field -> field.type() == FieldType.DATE && field.required()).isPresent(),
        form.dated(),
        "is no required date");
    form.validity()
        .ifPresent(period ->
            require(
                form.find(period).filter(field -> field.type() == FieldType.PERIOD).isPresent(),
                period,
                "is no period"));
    for (FormRule rule : form.rules()) {
      for (String field : rule.fields()) {
        require(
            form.find(field).isPresent(),
            field,
            "is needed by the rule " + rule.getClass().getSimpleName());
      }
    }
    Set<String> seen = new HashSet<>();
    for (FormField field : form.fields()) {
      check(form, field, seen);
      seen.add(field.code());
    }
  }

  private void check(FormDefinition form, FormField field, Set<String> before) {
    boolean choosing = field.type() == FieldType.CHOICE || field.type() == FieldType.CHOICES;
    require(
        choosing != field.choices().isEmpty(), field.code(), "has choices and is none, or reverse");
    long codes = field.choices().stream().map(Choice::code).distinct().count();
    require(codes == field.choices().size(), field.code(), "has a choice twice");
    boolean table = field.type() == FieldType.TABLE;
    require(
        table == (field.rows() > 0 && !field.columns().isEmpty()), field.code(), "is half a table");
    boolean limited = field.isFreeText() || field.type() == FieldType.NUMBER;
    require(limited == field.max() > 0, field.code(), "has a limit and needs none, or reverse");
    if (field.subsetOf() != null) {
      require(field.type() == FieldType.CHOICES, field.code(), "is a part and has no choices");
    }
    Opening opening = field.opening();
    if (opening == null) {
      return;
    }
    // Only what stands before it may open a field: so no circle can be.
    require(
        before.contains(opening.field()), field.code(), "is opened by a later or missing field");
    FormField parent = form.field(opening.field());
    require(
        parent.type() == FieldType.FLAG
            ? opening.choice().equals(FormField.TICKED)
            : parent.choice(opening.choice()).isPresent(),
        field.code(),
        "is opened by a choice that is not there");
  }

  private LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException noDay) {
      throw broken(text, "is no day");
    }
  }

  private <E extends Enum<E>> E constant(Class<E> type, String name) {
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException unknown) {
      throw broken(name, "is no " + type.getSimpleName());
    }
  }

  private String text(JsonNode node, String word) {
    String text = node.path(word).asString("");
    require(!text.isBlank(), word, "is missing");
    return text;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asString()));
    return texts;
  }

  private void only(JsonNode node, Set<String> words) {
    node.properties()
        .forEach(property ->
            require(words.contains(property.getKey()), property.getKey(), "is no word"));
  }

  private void require(boolean holds, String part, String problem) {
    if (!holds) {
      throw broken(part, problem);
    }
  }

  private BrokenDefinitionException broken(String part, String problem) {
    return new BrokenDefinitionException(version, part, problem);
  }
}
