package jp.tsunagaru.benchmark;

import java.util.List;
import java.util.Locale;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.axon.projection.Rebuild;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.Choice;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.form.FormField;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.command.DraftForm;
import jp.tsunagaru.form.query.FormPrint;
import jp.tsunagaru.form.query.GetFormPrint;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryResponseMessage;

/**
 * Official forms as PDF, each filled in every field: gate, record of the print, opening the sealed
 * content, drawing, embedding the letters.
 */
final class Papers {
  private static final int WARM_UP = 60;
  private static final int PRINTS = 200;
  private static final String PROSE = "脳梗塞後遺症による右片麻痺。血圧は安定しているが、夜間の不穏があり家族の負担が大きい。";

  private final City city;

  Papers(City city) {
    this.city = city;
  }

  void run(Report report, double scale) throws Exception {
    Origin person = city.people.getFirst();
    PatientId patient = city.patients.getFirst();
    int prints = Math.max(20, (int) (PRINTS * scale));
    for (String version : List.of("HK16-2024", "HK18-2012", "SI-2026")) {
      DocumentId form = DocumentId.next();
      FormDefinition definition = FormDefinitions.official().of(version);
      city.send(person, new DraftForm(form, patient, 0, version, filled(definition)));
      city.bean(Rebuild.class).run("forms");
      GetFormPrint query =
          new GetFormPrint(patient, form, false, new PrintReason(PrintPurpose.DELIVERY, ""));
      for (int i = 0; i < WARM_UP; i++) {
        print(query, person);
      }
      long[] nanos = new long[prints];
      FormPrint paper = print(query, person);
      long begun = System.nanoTime();
      for (int i = 0; i < prints; i++) {
        long from = System.nanoTime();
        print(query, person);
        nanos[i] = System.nanoTime() - from;
      }
      report.add(
          "Print of a form, " + version,
          Report.perSecond(prints / ((System.nanoTime() - begun) / 1e9)),
          String.format(
              Locale.ROOT,
              "%s, %d pages, %.1f KB",
              Report.percentiles(nanos),
              paper.pages(),
              paper.pdf().length / 1024.0));
    }
  }

  private FormPrint print(GetFormPrint query, Origin who) throws Exception {
    QueryResponseMessage<FormPrint> answer =
        city.bean(QueryBus.class)
            .query(
                new GenericQueryMessage<>(query, ResponseTypes.instanceOf(FormPrint.class))
                    .withMetaData(who.toMetadata()))
            .get();
    if (answer.isExceptional()) {
      throw new IllegalStateException(answer.exceptionResult());
    }
    return answer.getPayload();
  }

  private static FormValues filled(FormDefinition form) {
    FormValues values = FormValues.NONE;
    for (FormField field : form.fields()) {
      values =
          values.with(
              field.code(),
              switch (field.type()) {
                case TEXT -> List.of(PROSE.substring(0, Math.min(8, field.max())));
                case AREA -> List.of(PROSE);
                case NUMBER -> List.of("9");
                case DATE -> List.of("2026-11-25");
                case PERIOD -> List.of("2026-12-01", "2026-12-07");
                case PARTIAL_DATE -> List.of("2024");
                case FLAG -> List.of(FormField.TICKED);
                case CHOICE -> List.of(field.choices().getLast().code());
                case CHOICES -> field.choices().stream().map(Choice::code).toList();
                case TABLE -> List.of("アムロジピン", "5", "mg", "朝食後");
              });
    }
    return form.checked(values);
  }
}
