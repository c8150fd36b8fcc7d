package jp.tsunagaru.form.read;

import static jp.tsunagaru.careteam.read.ReadSide.TODAY;
import static jp.tsunagaru.careteam.read.ReadSide.id;
import static jp.tsunagaru.careteam.read.ReadSide.info;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.form.FormKind;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.WrittenForm;
import jp.tsunagaru.form.event.FormApproved;
import jp.tsunagaru.form.event.FormCancelled;
import jp.tsunagaru.form.event.FormDrafted;
import jp.tsunagaru.form.event.FormSubmittedForApproval;
import jp.tsunagaru.form.event.FormSuperseded;
import jp.tsunagaru.form.query.FindPrefill;
import jp.tsunagaru.form.query.FormExport;
import jp.tsunagaru.form.query.FormRow;
import jp.tsunagaru.form.query.FormSheet;
import jp.tsunagaru.form.query.FormState;
import jp.tsunagaru.form.query.Forms;
import jp.tsunagaru.form.query.GetForm;
import jp.tsunagaru.form.query.GetFormExport;
import jp.tsunagaru.form.query.ListForms;
import jp.tsunagaru.form.query.Prefill;
import jp.tsunagaru.form.query.Provenance;
import jp.tsunagaru.form.query.Provenance.Source;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.patient.query.WatchPatient;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FormQueriesTest {
  private static final FormValues ORDER =
      FormValues.NONE
          .with("orderType", "1")
          .with("patientName", "山田 太郎")
          .with("disease1", "脳梗塞後遺症")
          .with("condition", "安定している")
          .with("addressee", "訪問看護ステーションひかり")
          .with("issuedOn", "2026-11-20")
          .with("period", "2026-12-01", "2027-05-31");

  private final ReadSide city = new ReadSide();
  private final FacilityId clinic = new FacilityId(Ids.next("fac"));
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);
  private final Origin helper = city.person("介護", "次郎", Profession.HOME_HELPER);
  private final Origin doctor =
      city.person("東", "太郎", "", "", Profession.PHYSICIAN, clinic, "CARE_USER");
  private final Origin clerk =
      city.person("事務", "一子", "", "", Profession.OFFICE_CLERK, clinic, "CARE_USER");
  private PatientId patient;
  private final DocumentId form = DocumentId.next();

  @BeforeEach
  void people() {
    city.facility(clinic, "東医院");
    patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), doctor, clerk, nurse);
    city.assign(patient, helper, Right.VIEW);
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void a_draft_is_for_those_who_fill_in_forms_and_a_confirmed_form_for_the_team() {
    drafts(clerk, form, 1, ORDER);

    assertThat(list(doctor).forms()).extracting(FormRow::state).containsExactly(FormState.DRAFT);
    assertThat(list(helper).forms()).isEmpty();
    assertThatThrownBy(() -> get(helper, form))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(RefusalCode.NOT_FOUND));

    city.happens(clerk, new FormSubmittedForApproval(form, patient, 1));
    assertThat(list(doctor).forms())
        .extracting(FormRow::state)
        .containsExactly(FormState.SUBMITTED);

    approves(form, 2, ORDER);
    assertThat(list(helper).forms())
        .containsExactly(
            new FormRow(
                form,
                FormKind.VISIT_NURSING_ORDER,
                "HK16-2024",
                FormState.APPROVED,
                2,
                "事務 一子",
                "東 太郎",
                city.now(),
                LocalDate.of(2026, 11, 20),
                LocalDate.of(2026, 12, 1),
                LocalDate.of(2027, 5, 31),
                null,
                0));
    assertThat(get(helper, form).values()).isEqualTo(ORDER);
  }

  @Test
  void buttons_follow_profession_right_and_facility() {
    drafts(clerk, form, 1, ORDER);

    assertThat(list(doctor)).matches(Forms::mayDraft).matches(Forms::mayApprove);
    assertThat(list(nurse)).matches(Forms::mayDraft).matches(forms -> !forms.mayApprove());
    assertThat(list(helper)).matches(forms -> !forms.mayDraft());
    assertThat(get(clerk, form))
        .matches(FormSheet::mayChange)
        .matches(sheet -> !sheet.mayApprove());
    assertThat(get(doctor, form)).matches(FormSheet::mayChange).matches(FormSheet::mayApprove);
    assertThat(get(nurse, form)).as("another facility").matches(sheet -> !sheet.mayChange());
  }

  @Test
  void a_form_names_who_entered_and_who_confirmed_and_is_recorded_with_its_version() {
    drafts(clerk, form, 1, ORDER);
    approves(form, 2, ORDER);

    FormSheet sheet = get(nurse, form);

    assertThat(sheet.enteredBy()).isEqualTo(new AuthorAsWritten("事務 一子", "施設"));
    assertThat(sheet.author()).isEqualTo(new AuthorAsWritten("東 太郎", "施設"));
    assertThat(sheet.shown()).isEqualTo(Map.of(form, 2L));
  }

  @Test
  void an_order_is_watched_from_two_weeks_before_its_end() {
    approved(form, ORDER.with("period", "2026-06-01", "2026-12-06"));
    FormRow row = list(nurse).forms().getFirst();

    assertThat(row.endsSoon(LocalDate.of(2026, 11, 21))).isFalse();
    assertThat(row.endsSoon(LocalDate.of(2026, 11, 22))).isTrue();
    assertThat(row.endsSoon(LocalDate.of(2026, 12, 6))).isTrue();
    assertThat(row.endsSoon(LocalDate.of(2026, 12, 7))).isFalse();
    assertThat(row.isOver(LocalDate.of(2026, 12, 6))).isFalse();
    assertThat(row.isOver(LocalDate.of(2026, 12, 7))).isTrue();
    assertThat(row.isInForce(LocalDate.of(2026, 5, 31))).isFalse();
  }

  @Test
  void a_gap_between_two_orders_is_counted_in_days() {
    approved(DocumentId.next(), ORDER.with("period", "2026-01-01", "2026-06-30"));
    approved(form, ORDER.with("period", "2026-07-04", "2026-12-31"));
    assertThat(list(nurse).forms())
        .filteredOn(row -> row.documentId().equals(form))
        .extracting(FormRow::daysUncovered)
        .containsExactly(3);

    DocumentId seamless = DocumentId.next();
    approved(seamless, ORDER.with("period", "2027-01-01", "2027-06-30"));
    assertThat(list(nurse).forms())
        .filteredOn(row -> row.documentId().equals(seamless))
        .extracting(FormRow::daysUncovered)
        .containsExactly(0);
  }

  @Test
  void a_replaced_a_cancelled_and_a_dropped_form() {
    DocumentId newer = DocumentId.next();
    DocumentId dropped = DocumentId.next();
    approved(form, ORDER);
    approved(newer, ORDER);
    drafts(clerk, dropped, 1, ORDER);
    city.happens(doctor, new FormSuperseded(form, patient, newer));
    city.happens(
        doctor,
        new FormCancelled(newer, patient, Personal.of(Subject.of(newer, patient), "宛先の誤り")));
    city.happens(
        clerk, new FormCancelled(dropped, patient, Personal.of(Subject.of(dropped, patient), "")));

    assertThat(list(nurse).forms())
        .extracting(FormRow::state)
        .containsExactlyInAnyOrder(FormState.SUPERSEDED, FormState.CANCELLED);
    assertThat(get(nurse, newer).reason()).isEqualTo("宛先の誤り");
    assertThat(list(nurse).forms())
        .filteredOn(row -> row.documentId().equals(form))
        .extracting(FormRow::supersededBy)
        .containsExactly(newer);
  }

  @Test
  void an_open_page_is_told() {
    drafts(clerk, form, 1, ORDER);

    assertThat(city.told(new WatchPatient(patient)))
        .containsExactly(new PatientChange(patient, PatientChange.Kind.FORM, form.value()));
  }

  @Test
  void everything_twice_and_a_rebuild_make_the_same_rows() {
    drafts(clerk, form, 1, ORDER);
    city.happens(clerk, new FormSubmittedForApproval(form, patient, 1));
    drafts(doctor, form, 2, ORDER.with("remarks", "追記"));
    approves(form, 3, ORDER.with("remarks", "追記"));
    DocumentId newer = DocumentId.next();
    approved(newer, ORDER);
    city.happens(doctor, new FormSuperseded(form, patient, newer));
    Map<String, List<String>> once = city.contents();
    assertThat(once.get("view.form")).hasSize(2);

    city.happensAgain();
    assertThat(city.contents()).isEqualTo(once);
    city.reset();
    assertThat(city.contents().get("view.form")).isEmpty();
    city.happensAgain();
    assertThat(city.contents()).isEqualTo(once);
  }

  @Test
  void a_new_form_begins_with_what_is_registered_and_says_so() {
    Prefill begun = prefill(doctor, FormKind.PHYSICIAN_OPINION, false);

    assertThat(begun.formVersion()).isEqualTo("SI-2026");
    assertThat(begun.values().text("patientName")).isEqualTo("山田 太郎");
    assertThat(begun.values().text("patientKana")).isEqualTo("やまだ たろう");
    assertThat(begun.values().text("gender")).isEqualTo("2");
    assertThat(begun.values().text("birthDate")).isEqualTo("1940-04-01");
    assertThat(begun.values().text("writtenOn")).isEqualTo(TODAY.toString());
    assertThat(begun.values().text("physicianName")).isEqualTo("東 太郎");
    assertThat(begun.values().text("hospitalName")).isEqualTo("東医院");
    assertThat(begun.provenance().get("patientName").source()).isEqualTo(Source.BASIC_INFO);
    assertThat(begun.provenance().get("hospitalName").source()).isEqualTo(Source.OWN_REGISTRATION);
    assertThat(begun.provenance()).doesNotContainKey("writtenOn");
    assertThat(begun.mayCopy()).isFalse();
    assertThat(begun.shown()).isEmpty();
  }

  @Test
  void a_nurse_prepares_an_order_to_her_own_station() {
    Prefill begun = prefill(nurse, FormKind.VISIT_NURSING_ORDER, false);

    assertThat(begun.values().text("addressee")).isEqualTo("訪問看護ステーションひかり");
    assertThat(begun.values().isEmpty("physicianName")).isTrue();
    assertThat(begun.mayApprove()).isFalse();
  }

  @Test
  void a_copy_leaves_out_what_is_of_its_day_and_marks_old_free_text() {
    approvedLongAgo(ORDER.with("condition", "変わりなし").with("remarks", "ペニシリン禁"));
    approved(form, ORDER.with("condition", "変わりなし").with("remarks", "新しい留意事項"));

    Prefill copied = prefill(doctor, FormKind.VISIT_NURSING_ORDER, true);

    assertThat(copied.previous()).isEqualTo(Map.of(form, 2L));
    assertThat(copied.values().text("disease1")).isEqualTo("脳梗塞後遺症");
    assertThat(copied.values().isEmpty("period")).isTrue();
    assertThat(copied.values().text("issuedOn")).isEqualTo(TODAY.toString());
    assertThat(copied.provenance().get("disease1"))
        .isEqualTo(new Provenance(Source.PREVIOUS_FORM, null, false));
    assertThat(copied.provenance().get("condition"))
        .isEqualTo(new Provenance(Source.PREVIOUS_FORM, LocalDate.of(2026, 1, 5), true));
    assertThat(copied.provenance().get("remarks").isOld()).isFalse();
    assertThat(copied.provenance().get("patientName").source())
        .as("what is registered now wins over the copy")
        .isEqualTo(Source.BASIC_INFO);
  }

  @Test
  void drafts_and_cancelled_forms_are_not_copied() {
    drafts(clerk, form, 1, ORDER);

    assertThat(prefill(doctor, FormKind.VISIT_NURSING_ORDER, true).mayCopy()).isFalse();
  }

  @Test
  void the_other_confirmed_orders_come_along_for_the_rules_across_documents() {
    approved(form, ORDER.with("equipment", "10"));
    DocumentId special = DocumentId.next();
    drafts(clerk, special, 1, FormValues.NONE);

    assertThat(get(doctor, special).others())
        .singleElement()
        .matches(other -> other.allowsSecondSpecial())
        .matches(other -> other.addressee().equals("訪問看護ステーションひかり"));
    assertThat(get(doctor, form).others()).isEmpty();
    assertThat(prefill(doctor, FormKind.SPECIAL_NURSING_ORDER, false).others()).hasSize(1);
  }

  @Test
  void only_a_confirmed_form_leaves_the_system() {
    drafts(clerk, form, 1, ORDER);
    assertThatThrownBy(() -> export(doctor, GetFormExport.Format.JSON))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(RefusalCode.FORM_STATE));

    approves(form, 2, ORDER);

    FormExport exported = export(doctor, GetFormExport.Format.JSON);
    assertThat(new String(exported.content(), StandardCharsets.UTF_8))
        .contains("\"form\":\"HK16-2024\"")
        .contains("\"disease1\":[\"脳梗塞後遺症\"]");
    assertThat(exported.shown()).isEqualTo(Map.of(form, 2L));
    assertThatThrownBy(() -> export(doctor, GetFormExport.Format.CSV))
        .as("an order has no CSV")
        .isInstanceOf(Refused.class);
  }

  private FormExport export(Origin actor, GetFormExport.Format format) {
    return city.ask(actor, new GetFormExport(patient, form, format), FormExport.class);
  }

  private Forms list(Origin actor) {
    return city.ask(actor, new ListForms(patient), Forms.class);
  }

  private FormSheet get(Origin actor, DocumentId id) {
    return city.ask(actor, new GetForm(patient, id), FormSheet.class);
  }

  private Prefill prefill(Origin actor, FormKind kind, boolean copy) {
    return city.ask(actor, new FindPrefill(patient, kind, TODAY, copy), Prefill.class);
  }

  private void drafts(Origin author, DocumentId id, long version, FormValues values) {
    city.happens(
        author,
        new FormDrafted(
            id,
            patient,
            version,
            "HK16-2024",
            id(author),
            new FacilityId(author.facilityId()),
            Profession.valueOf(author.profession()),
            written(id, values, author.equals(doctor) ? "東 太郎" : "事務 一子")));
  }

  private FormApproved approval(DocumentId id, long version, FormValues values) {
    return new FormApproved(
        id,
        patient,
        version,
        "HK16-2024",
        id(clerk),
        id(doctor),
        clinic,
        written(id, values, "東 太郎"));
  }

  private void approves(DocumentId id, long version, FormValues values) {
    city.happens(doctor, approval(id, version, values));
  }

  private void approved(DocumentId id, FormValues values) {
    drafts(clerk, id, 1, values);
    approves(id, 2, values);
  }

  private void approvedLongAgo(FormValues values) {
    DocumentId id = DocumentId.next();
    approved(id, values.with("issuedOn", "2026-01-05"));
    city.jdbc
        .sql("update view.form set approved_at = '2026-01-05T01:00:00Z' where document_id = ?")
        .param(id.value())
        .update();
  }

  private Personal<WrittenForm> written(DocumentId id, FormValues values, String author) {
    return Personal.of(
        Subject.of(id, patient), new WrittenForm(values, new AuthorAsWritten(author, "施設")));
  }
}
