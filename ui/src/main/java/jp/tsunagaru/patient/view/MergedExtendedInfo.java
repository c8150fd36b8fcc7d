package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.ExtendedSchemas;
import jp.tsunagaru.patient.query.ExtendedEntry;
import jp.tsunagaru.patient.query.ExtendedInfo;
import jp.tsunagaru.patient.query.GetExtendedInfo;
import jp.tsunagaru.patient.query.LinkedRecord;
import jp.tsunagaru.shell.view.Gateways;
import org.jspecify.annotations.Nullable;

/** Where 拡張情報 of another record of the same person says something else (PT-09). */
final class MergedExtendedInfo extends Div {
  private final Gateways gateways;
  private final ExtendedSchemas schemas;
  private final LinkedRecord record;
  private final boolean takes;
  private final BiConsumer<ExtendedInfo, Map<String, List<String>>> take;
  private final MergedValues values;

  /**
   * @param mayEdit whether the actor may change the record on the page
   * @param take saves such values into the record on the page, as it stands in that answer
   */
  MergedExtendedInfo(
      Gateways gateways,
      ExtendedSchemas schemas,
      LinkedRecord record,
      boolean mayEdit,
      BiConsumer<ExtendedInfo, Map<String, List<String>>> take) {
    this.gateways = gateways;
    this.schemas = schemas;
    this.record = record;
    this.takes = mayEdit && !record.main();
    this.take = take;
    values = new MergedValues(record, PatientTab.EXTENDED);
    add(values);
  }

  void load(ExtendedInfo mine) {
    gateways.ask(
        new GetExtendedInfo(record.patientId()),
        ExtendedInfo.class,
        found -> show(mine, found),
        // Who lost sight of that record goes on with this one.
        failure -> values.removeAll());
  }

  private void show(ExtendedInfo mine, ExtendedInfo found) {
    List<MergedValues.Row> rows = new ArrayList<>();
    ExtendedFacts.each(
        schemas,
        found,
        (field, entries) -> {
          List<String> here = mine.valuesOf(field.code());
          List<String> taken = TakenOver.of(field, here, entries.getFirst().values());
          if (!taken.equals(here)) {
            rows.add(row(field, mine, entries.getFirst(), taken));
          }
        });
    values.show(rows);
  }

  private MergedValues.Row row(
      ExtendedSchema.Field field, ExtendedInfo mine, ExtendedEntry source, List<String> taken) {
    String here = ExtendedTexts.of(field, mine.valuesOf(field.code()));
    // What the schema in force does not offer can be read only.
    boolean writable =
        schemas
            .inForce()
            .field(field.code())
            .filter(now -> !now.kind().hasOptions() || taken.stream().allMatch(now::offers))
            .isPresent();
    @Nullable Runnable action =
        takes && writable
            ? () ->
                MergedValues.ask(
                    field.label(),
                    Map.of(
                        field.label(),
                        new MergedValues.Change(here, ExtendedTexts.of(field, taken))),
                    () -> take.accept(mine, Map.of(field.code(), taken)))
            : null;
    return new MergedValues.Row(
        field.label(),
        ExtendedTexts.of(field, source.values()),
        here,
        source.author(),
        source.facility(),
        source.recordedAt(),
        action);
  }
}
