package jp.tsunagaru.patient.command;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.ExtendedSchema.Field;
import jp.tsunagaru.patient.ExtendedSchema.Option;
import jp.tsunagaru.patient.ExtendedSchema.Section;
import jp.tsunagaru.patient.ExtendedSchemasId;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Decides what 拡張情報 consists of from a day on (PT-08), in place of what was planned and has not
 * begun. No stored value changes. Refuses {@code CONFLICT} when somebody else was faster, a day
 * that is over, and another kind for a code that was ever used.
 *
 * @param basedOn the version that was changed: what is planned, or else what is in force
 * @param sections at most 20 of at most 150 fields together, a choice of at most 60 options
 */
@AllowedFor(Role.CITY_OPERATOR)
public record DefineExtendedSchema(
    @TargetAggregateIdentifier ExtendedSchemasId schemasId,
    String basedOn,
    LocalDate effectiveFrom,
    List<Section> sections)
    implements PatientCommand {
  private static final int MOST_SECTIONS = 20;
  private static final int MOST_FIELDS = 150;
  private static final int MOST_OPTIONS = 60;
  private static final int LONGEST_LABEL = 60;
  private static final String CODE = "[a-zA-Z0-9][a-zA-Z0-9-]{0,39}";

  public DefineExtendedSchema {
    Set<String> codes = new HashSet<>();
    Check.that(!sections.isEmpty(), RefusalCode.FIELD_REQUIRED, "extendedSection");
    Check.that(sections.size() <= MOST_SECTIONS, RefusalCode.FIELD_INVALID, "extendedSection");
    sections =
        sections.stream()
            .map(section -> {
              Check.that(!section.fields().isEmpty(), RefusalCode.FIELD_REQUIRED, "extendedField");
              return new Section(
                  Check.required("extendedSection", section.label(), LONGEST_LABEL),
                  section.fields().stream().map(field -> checked(field, codes)).toList());
            })
            .toList();
    Check.that(codes.size() <= MOST_FIELDS, RefusalCode.FIELD_INVALID, "extendedField");
  }

  private static Field checked(Field field, Set<String> codes) {
    Check.that(
        field.code().matches(CODE) && codes.add(field.code()),
        RefusalCode.FIELD_INVALID,
        "extendedField");
    String label = Check.required("extendedField", field.label(), LONGEST_LABEL);
    boolean some = !field.options().isEmpty();
    Check.that(some || !field.kind().hasOptions(), RefusalCode.FIELD_REQUIRED, "extendedOption");
    Check.that(
        field.options().size() <= MOST_OPTIONS && (!some || field.kind().hasOptions()),
        RefusalCode.FIELD_INVALID,
        "extendedOption");
    Set<String> choices = new HashSet<>();
    return new Field(
        field.code(),
        field.kind(),
        label,
        field.options().stream()
            .map(option -> {
              Check.that(
                  option.code().matches(CODE) && choices.add(option.code()),
                  RefusalCode.FIELD_INVALID,
                  "extendedOption");
              return new Option(
                  option.code(), Check.required("extendedOption", option.label(), LONGEST_LABEL));
            })
            .toList());
  }

  /** The schema it makes. */
  public ExtendedSchema schema(int version) {
    return new ExtendedSchema(Integer.toString(version), effectiveFrom, sections);
  }
}
