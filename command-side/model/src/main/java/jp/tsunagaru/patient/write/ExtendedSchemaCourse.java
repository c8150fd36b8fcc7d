package jp.tsunagaru.patient.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.ExtendedSchemasId;
import jp.tsunagaru.patient.command.CancelExtendedSchema;
import jp.tsunagaru.patient.command.DefineExtendedSchema;
import jp.tsunagaru.patient.event.ExtendedSchemaCancelled;
import jp.tsunagaru.patient.event.ExtendedSchemaDefined;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * 拡張情報の項目 (PT-08), one schema after the other: the last one is planned until its day has come. At
 * most one is planned, so that none begins that was overtaken.
 */
@Aggregate
class ExtendedSchemaCourse {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  @AggregateIdentifier private ExtendedSchemasId schemasId;
  private final List<ExtendedSchema> schemas = new ArrayList<>();
  private final Map<String, ExtendedSchema.Kind> kinds = new HashMap<>();
  private int defined;

  ExtendedSchemaCourse() {
    add(BuiltInSchema.SCHEMA);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void define(DefineExtendedSchema command, Clock clock) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), JAPAN);
    ExtendedSchema last = schemas.getLast();
    if (!command.basedOn().equals(last.version())) {
      throw new Refused(RefusalCode.CONFLICT);
    }
    Check.that(
        !command.effectiveFrom().isBefore(today), RefusalCode.FIELD_INVALID, "effectiveFrom");
    command
        .sections()
        .forEach(section ->
            section
                .fields()
                .forEach(field ->
                    Check.that(
                        kinds.getOrDefault(field.code(), field.kind()) == field.kind(),
                        RefusalCode.FIELD_INVALID,
                        "extendedField")));
    apply(
        new ExtendedSchemaDefined(
            command.schemasId(),
            command.schema(defined + 1),
            isPlanned(last, today) ? last.version() : null));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void cancel(CancelExtendedSchema command, Clock clock) {
    ExtendedSchema last = schemas.getLast();
    if (!command.version().equals(last.version())
        || !isPlanned(last, LocalDate.ofInstant(clock.instant(), JAPAN))) {
      throw new Refused(RefusalCode.CONFLICT);
    }
    apply(new ExtendedSchemaCancelled(command.schemasId(), command.version()));
  }

  private static boolean isPlanned(ExtendedSchema schema, LocalDate today) {
    return schema.effectiveFrom().isAfter(today);
  }

  private void add(ExtendedSchema schema) {
    schemas.add(schema);
    schema
        .sections()
        .forEach(
            section -> section.fields().forEach(field -> kinds.put(field.code(), field.kind())));
  }

  private void drop(String version) {
    schemas.removeIf(schema -> schema.version().equals(version));
  }

  @EventSourcingHandler
  void on(ExtendedSchemaDefined event) {
    schemasId = event.schemasId();
    String replaced = event.replaced();
    if (replaced != null) {
      drop(replaced);
    }
    add(event.schema());
    defined++;
  }

  @EventSourcingHandler
  void on(ExtendedSchemaCancelled event) {
    schemasId = event.schemasId();
    drop(event.version());
  }
}
