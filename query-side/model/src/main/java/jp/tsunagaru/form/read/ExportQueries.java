package jp.tsunagaru.form.read;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.form.FormKind;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.query.FormExport;
import jp.tsunagaru.form.query.GetFormExport;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Official forms for other systems (FM-07). */
@Component
class ExportQueries {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final StoredForms forms;
  private final KnownFacts facts;
  private final Clock clock;

  ExportQueries(StoredForms forms, KnownFacts facts, Clock clock) {
    this.forms = forms;
    this.facts = facts;
    this.clock = clock;
  }

  @QueryHandler
  FormExport handle(GetFormExport query) {
    PatientId patientId = query.patientId();
    StoredForm form =
        forms
            .find(patientId, query.documentId())
            .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
    if (form.isUnconfirmed()) {
      throw new Refused(RefusalCode.FORM_STATE);
    }
    FormDefinition definition = FormDefinitions.official().of(form.formVersion());
    FormValues values = forms.open(patientId, form.documentId(), form.sealedForm()).values();
    return switch (query.format()) {
      case JSON -> new FormExport(form.documentId(), form.version(), json(form, values), List.of());
      case CSV -> csv(form, definition, values, facts.basicInfo(patientId));
    };
  }

  private static byte[] json(StoredForm form, FormValues values) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("form", form.formVersion());
    all.put("document", form.documentId().value());
    all.put("state", form.state().name());
    all.put("version", form.version());
    all.put("values", values.values());
    return JSON.writeValueAsBytes(all);
  }

  private FormExport csv(
      StoredForm form, FormDefinition definition, FormValues values, Optional<BasicInfo> info) {
    if (definition.kind() != FormKind.PHYSICIAN_OPINION) {
      throw Refused.field(RefusalCode.FIELD_INVALID, "format");
    }
    OpinionCsv.Line line =
        OpinionCsv.of(
            definition,
            values,
            info.map(BasicInfo::insurerNumber).orElse(""),
            info.map(BasicInfo::insuredNumber).orElse(""),
            LocalDateTime.now(clock));
    return new FormExport(form.documentId(), form.version(), line.content(), line.notes());
  }
}
