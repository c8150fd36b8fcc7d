package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.query.BasicField;
import jp.tsunagaru.patient.query.BasicInfoSources;
import jp.tsunagaru.patient.query.BasicInfoVersion;
import jp.tsunagaru.patient.query.GetBasicInfoSources;
import jp.tsunagaru.patient.query.LinkedRecord;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** Where 基本情報 of another record of the same person says something else (PT-09). */
final class MergedBasicInfo extends Div {
  private final Gateways gateways;
  private final LinkedRecord record;
  private final Consumer<BasicInfo> take;
  private final MergedValues values;

  /**
   * @param take saves 基本情報 of the record on the page with a value of the other one
   */
  MergedBasicInfo(Gateways gateways, LinkedRecord record, Consumer<BasicInfo> take) {
    this.gateways = gateways;
    this.record = record;
    this.take = take;
    values = new MergedValues(record, PatientTab.BASIC);
    add(values);
  }

  void load(PatientDetails patient) {
    gateways.ask(
        new GetBasicInfoSources(record.patientId()),
        BasicInfoSources.class,
        found -> show(patient, found),
        // Who lost sight of that record goes on with this one.
        failure -> values.removeAll());
  }

  private void show(PatientDetails patient, BasicInfoSources found) {
    BasicInfo mine = patient.basicInfo();
    boolean takes = !record.main() && patient.rights().contains(Right.EDIT_BASIC);
    values.show(
        TakenOver.offered(mine, found.basicInfo()).stream()
            .map(field -> row(field, mine, found, takes))
            .toList());
  }

  private MergedValues.Row row(
      BasicField field, BasicInfo mine, BasicInfoSources found, boolean takes) {
    BasicInfoVersion source = Objects.requireNonNull(found.versions().get(field));
    BasicInfo other = found.basicInfo();
    @Nullable Runnable action = takes ? () -> ask(field, mine, other) : null;
    return new MergedValues.Row(
        Texts.of("patient.field", field),
        BasicInfoTexts.of(field, other),
        shown(field, mine),
        source.author(),
        source.facility(),
        source.recordedAt(),
        action);
  }

  private void ask(BasicField field, BasicInfo mine, BasicInfo other) {
    BasicInfo taken = TakenOver.of(field, mine, other);
    Map<String, MergedValues.Change> changes = new LinkedHashMap<>();
    BasicField.differences(mine, taken)
        .forEach(each ->
            changes.put(
                Texts.of("patient.field", each),
                new MergedValues.Change(shown(each, mine), shown(each, taken))));
    MergedValues.ask(Texts.of("patient.field", field), changes, () -> take.accept(taken));
  }

  private static String shown(BasicField field, BasicInfo info) {
    String value = BasicInfoTexts.of(field, info);
    return value.isEmpty() ? Texts.get("patient.none") : value;
  }
}
