package jp.tsunagaru.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All versions of the official forms that this software knows: the files under {@code forms/}. */
public final class FormDefinitions {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, FormDefinition> byVersion = new LinkedHashMap<>();
  private final Map<String, FormLayout> layouts = new ConcurrentHashMap<>();

  FormDefinitions(Collection<FormDefinition> definitions) {
    for (FormDefinition definition : definitions) {
      if (byVersion.put(definition.version(), definition) != null) {
        throw new BrokenDefinitionException(definition.version(), "version", "is there twice");
      }
    }
  }

  private static final class Official {
    private static final FormDefinitions ALL = load();
  }

  public static FormDefinitions official() {
    return Official.ALL;
  }

  public Collection<FormDefinition> all() {
    return byVersion.values();
  }

  public Optional<FormDefinition> find(String version) {
    return Optional.ofNullable(byVersion.get(version));
  }

  /** The definition of a stored form, whose version was known when it was stored. */
  public FormDefinition of(String version) {
    return find(version)
        .orElseThrow(() -> new BrokenDefinitionException(version, "version", "is not there"));
  }

  /** The version for a form issued on that day; before the first version the first (FM-02). */
  public FormDefinition inForce(FormKind kind, LocalDate issued) {
    List<FormDefinition> versions = new ArrayList<>(all());
    versions.removeIf(definition -> definition.kind() != kind);
    versions.sort(Comparator.comparing(FormDefinition::effectiveFrom).reversed());
    return versions.stream()
        .filter(definition -> !issued.isBefore(definition.effectiveFrom()))
        .findFirst()
        .orElseGet(versions::getLast);
  }

  /** Where the form stands on paper. */
  public FormLayout layout(String version) {
    return layouts.computeIfAbsent(
        version, known -> new FormLayoutReader(of(known), read(known + ".layout")).layout());
  }

  private static FormDefinitions load() {
    List<FormDefinition> definitions = new ArrayList<>();
    for (JsonNode name : read("index")) {
      definitions.add(new FormDefinitionReader(read(name.asString())).definition());
    }
    return new FormDefinitions(definitions);
  }

  private static JsonNode read(String name) {
    try (InputStream file =
        FormDefinitions.class.getClassLoader().getResourceAsStream("forms/" + name + ".json")) {
      if (file == null) {
        throw new BrokenDefinitionException(name, "file", "is not there");
      }
      return JSON.readTree(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
