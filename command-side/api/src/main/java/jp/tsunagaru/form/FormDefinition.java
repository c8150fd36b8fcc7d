package jp.tsunagaru.form;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** One version of an official form (FM-02). A stored form is shown and printed by its own. */
public final class FormDefinition {
  private static final List<FormRule> EVERYWHERE =
      List.of(
          new RequiredWhenOpen(),
          new OnlyWhenTicked(),
          new ExclusiveChoice(),
          new UnderlineNeedsTick(),
          new WithinPrintLimit());

  private final String version;
  private final FormKind kind;
  private final String title;
  private final LocalDate effectiveFrom;
  private final String dated;
  private final @Nullable String validity;
  private final List<FormSection> sections;
  private final List<FormRule> rules;
  private final Map<String, List<String>> lists;
  private final Map<String, FormField> fields = new LinkedHashMap<>();

  FormDefinition(
      String version,
      FormKind kind,
      String title,
      LocalDate effectiveFrom,
      String dated,
      @Nullable String validity,
      List<FormSection> sections,
      List<FormRule> rules,
      Map<String, List<String>> lists) {
    this.version = version;
    this.kind = kind;
    this.title = title;
    this.effectiveFrom = effectiveFrom;
    this.dated = dated;
    this.validity = validity;
    this.sections = List.copyOf(sections);
    this.rules = List.copyOf(rules);
    this.lists = Map.copyOf(lists);
    for (FormSection section : sections) {
      for (FormField field : section.fields()) {
        if (fields.put(field.code(), field) != null) {
          throw new BrokenDefinitionException(version, field.code(), "stands there twice");
        }
      }
    }
  }

  /** Such as {@code HK16-2024}. */
  public String version() {
    return version;
  }

  public FormKind kind() {
    return kind;
  }

  public String title() {
    return title;
  }

  public LocalDate effectiveFrom() {
    return effectiveFrom;
  }

  /** The field with the day of issue (指示日, 記入日), by which a version is chosen. */
  public String dated() {
    return dated;
  }

  /** The field whose period ends the validity of the form; an opinion has none. */
  public Optional<String> validity() {
    return Optional.ofNullable(validity);
  }

  public List<FormSection> sections() {
    return sections;
  }

  public Collection<FormField> fields() {
    return fields.values();
  }

  public Optional<FormField> find(String code) {
    return Optional.ofNullable(fields.get(code));
  }

  /** The field of a code that is known to exist. */
  public FormField field(String code) {
    return find(code)
        .orElseThrow(() -> new BrokenDefinitionException(version, code, "is not there"));
  }

  List<String> list(String name) {
    return lists.getOrDefault(name, List.of());
  }

  List<FormRule> rules() {
    return rules;
  }

  /** Whether a field may be filled in: what opens it is ticked, and what opens that. */
  public boolean isOpen(FormField field, FormValues values) {
    Opening opening = field.opening();
    return opening == null
        || values.has(opening.field(), opening.choice()) && isOpen(field(opening.field()), values);
  }

  /**
   * Values as they are kept. Refuses {@code FIELD_INVALID} for what no field of this version can
   * say; incomplete is no reason, a draft may be.
   */
  public FormValues checked(FormValues values) {
    Map<String, List<String>> kept = new HashMap<>();
    values
        .values()
        .forEach((code, each) -> {
          FormField field =
              find(code)
                  .orElseThrow(
                      () -> new Refused(RefusalCode.FIELD_INVALID, Map.of("field", "form")));
          List<String> clean = field.checked(each);
          if (!clean.isEmpty()) {
            kept.put(code, clean);
          }
        });
    return new FormValues(kept);
  }

  /**
   * What of other values this version can say; for copying from another version (FM-03). What the
   * sheet no longer asks is left out.
   */
  public FormValues fitting(FormValues others) {
    Map<String, List<String>> kept = new HashMap<>();
    others
        .values()
        .forEach((code, each) ->
            find(code)
                .ifPresent(field -> {
                  try {
                    List<String> clean = field.checked(each);
                    if (!clean.isEmpty()) {
                      kept.put(code, clean);
                    }
                  } catch (Refused otherChoices) {
                    // The field means something else now: the new form starts without it.
                  }
                }));
    return new FormValues(kept);
  }

  /** Everything that the rules say, in the order of the sheet (FM-04). */
  public List<FormFinding> findings(FormValues values, FormContext context) {
    List<String> order = List.copyOf(fields.keySet());
    return Stream.concat(EVERYWHERE.stream(), rules.stream())
        .flatMap(rule -> rule.check(this, values, context).stream())
        .sorted(Comparator.comparingInt(finding -> order.indexOf(finding.field())))
        .toList();
  }

  /** First and last day of validity; a missing end is one month on (domain §2.4). */
  public Optional<Validity> validity(FormValues values) {
    return validity().flatMap(period -> Validity.of(values, period));
  }
}
