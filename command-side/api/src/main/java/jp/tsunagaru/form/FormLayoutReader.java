package jp.tsunagaru.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.form.PrintItem.Place;
import tools.jackson.databind.JsonNode;

/** Reads a layout and refuses one on which something of the definition has no place, or reverse. */
final class FormLayoutReader {
  private static final Set<String> WORDS = Set.of("age", "period", "continued", "continuation");

  private final FormDefinition form;
  private final JsonNode root;
  private final Set<String> placed = new HashSet<>();

  FormLayoutReader(FormDefinition form, JsonNode root) {
    this.form = form;
    this.root = root;
  }

  FormLayout layout() {
    require(root.path("version").asString("").equals(form.version()), "version", "is another");
    Map<String, String> words = new HashMap<>();
    root.path("words")
        .properties()
        .forEach(word -> words.put(word.getKey(), word.getValue().asString()));
    require(words.keySet().equals(WORDS), "words", "are not those of a layout");
    List<List<PrintItem>> pages = new ArrayList<>();
    for (JsonNode page : root.path("pages")) {
      List<PrintItem> items = new ArrayList<>();
      for (JsonNode item : page) {
        items.add(item(item));
      }
      pages.add(items);
    }
    form.fields().forEach(this::checkPlaced);
    return new FormLayout(form.version(), words, pages);
  }

  private void checkPlaced(FormField field) {
    if (field.choices().isEmpty() && field.type() != FieldType.FLAG) {
      require(placed.contains(field.code()), field.code(), "has no place");
    } else if (field.type() == FieldType.FLAG) {
      require(placed.contains(key(field.code(), FormField.TICKED)), field.code(), "has no place");
    } else if (field.subsetOf() == null) {
      field.choices().stream()
          .filter(Choice::printed)
          .forEach(choice ->
              require(
                  placed.contains(key(field.code(), choice.code())),
                  key(field.code(), choice.code()),
                  "has no place"));
    } else {
      require(placed.contains(field.code()), field.code(), "underlines nothing");
    }
  }

  private PrintItem item(JsonNode item) {
    if (item.has("line")) {
      double[] at = numbers(item.get("line"), 4);
      return new PrintItem.Rule(at[0], at[1], at[2], at[3], item.path("thickness").asDouble(0.2));
    }
    if (item.has("box")) {
      return new PrintItem.Frame(place(item.get("box")), item.path("thickness").asDouble(0.2));
    }
    if (item.has("band")) {
      return new PrintItem.Band(place(item.path("area")), size(item), item.get("band").asString());
    }
    if (item.has("words")) {
      String field = known(item.get("words").asString());
      return new PrintItem.Words(
          field,
          place(item.path("area")),
          sizes(item),
          PrintItem.Align.valueOf(item.path("align").asString("left").toUpperCase(Locale.ROOT)),
          item.path("anchor").asString("top").equals("middle"));
    }
    if (item.has("age")) {
      return new PrintItem.Age(
          date(item.get("age").asString()),
          date(item.path("on").asString("")),
          place(item.path("area")),
          size(item));
    }
    if (item.has("pick")) {
      return pick(item);
    }
    if (item.has("slots")) {
      return slots(item);
    }
    double[] at = numbers(item.path("at"), 2);
    return new PrintItem.Label(at[0], at[1], size(item), item.path("text").asString(""));
  }

  private PrintItem pick(JsonNode item) {
    FormField field = field(item.get("pick").asString());
    String choice = item.path("choice").asString("");
    require(
        field.type() == FieldType.FLAG
            ? choice.equals(FormField.TICKED)
            : field.choice(choice).isPresent(),
        key(field.code(), choice),
        "is no choice");
    placed.add(key(field.code(), choice));
    String underlinedBy = item.path("underlinedBy").asString(null);
    if (underlinedBy != null) {
      require(
          field.code().equals(field(underlinedBy).subsetOf()), underlinedBy, "is no part of it");
      placed.add(underlinedBy);
    }
    double[] at = numbers(item.path("at"), 2);
    return new PrintItem.Pick(
        field.code(),
        choice,
        at[0],
        at[1],
        size(item),
        item.path("text").asString(""),
        PrintItem.Look.valueOf(item.path("look").asString("circle").toUpperCase(Locale.ROOT)),
        underlinedBy);
  }

  private PrintItem slots(JsonNode item) {
    String code = known(item.get("slots").asString());
    List<Place> places = new ArrayList<>();
    item.path("areas").forEach(area -> places.add(place(area)));
    require(places.size() == form.field(code).rows(), code, "has another number of rows");
    return new PrintItem.Slots(code, places, sizes(item));
  }

  private String known(String code) {
    FormField field = field(code);
    require(field.choices().isEmpty(), code, "has choices and no words");
    placed.add(code);
    return code;
  }

  private String date(String code) {
    require(field(code).type() == FieldType.DATE, code, "is no date");
    return code;
  }

  private FormField field(String code) {
    return form.find(code).orElseThrow(() -> broken(code, "is no field"));
  }

  private Place place(JsonNode area) {
    double[] at = numbers(area, 4);
    require(
        at[2] > 0 && at[3] > 0 && at[0] >= 0 && at[0] + at[2] <= 210 && at[1] + at[3] <= 297,
        area.toString(),
        "lies beside the sheet");
    return new Place(at[0], at[1], at[2], at[3]);
  }

  private double[] numbers(JsonNode list, int count) {
    require(list.size() == count, list.toString(), "does not have " + count + " numbers");
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = list.get(i).asDouble();
    }
    return numbers;
  }

  private double size(JsonNode item) {
    double size = item.path("size").asDouble(0);
    require(size > 0, item.toString(), "has no size");
    return size;
  }

  private List<Double> sizes(JsonNode item) {
    List<Double> sizes = new ArrayList<>();
    item.path("sizes").forEach(size -> sizes.add(size.asDouble()));
    require(!sizes.isEmpty(), item.toString(), "has no size");
    return sizes;
  }

  private static String key(String field, String choice) {
    return field + "=" + choice;
  }

  private void require(boolean holds, String part, String problem) {
    if (!holds) {
      throw broken(part, problem);
    }
  }

  private BrokenDefinitionException broken(String part, String problem) {
    return new BrokenDefinitionException(form.version(), part, problem);
  }
}
