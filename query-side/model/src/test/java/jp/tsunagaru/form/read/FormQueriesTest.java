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
import java.util.Set;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.event.MemberAssigned;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.document.query.DeletedDocument;
import jp.tsunagaru.document.query.DeletedDocuments;
import jp.tsunagaru.document.query.DocumentKind;
import jp.tsunagaru.document.query.FormMark;
import jp.tsunagaru.document.query.GetTimeline;
import jp.tsunagaru.document.query.ListDeletedDocuments;
import jp.tsunagaru.document.query.Timeline;
import jp.tsunagaru.document.query.TimelineEntry;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.form.FormKind;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.WrittenForm;
import jp.tsunagaru.form.event.FormApproved;
import jp.tsunagaru.form.event.FormCancelled;
import jp.tsunagaru.form.event.FormDrafted;
import jp.tsunagaru.form.event.FormSubmittedForApproval;
import jp.tsunagaru.form.event.FormSuperseded;
import jp.tsunagaru.form.query.EndingOrder;
import jp.tsunagaru.form.query.EndingOrders;
import jp.tsunagaru.form.query.FindPrefill;
import jp.tsunagaru.form.query.FormExport;
import jp.tsunagaru.form.query.FormRow;
import jp.tsunagaru.form.query.FormSheet;
import jp.tsunagaru.form.query.FormState;
import jp.tsunagaru.form.query.Forms;
import jp.tsunagaru.form.query.GetForm;
import jp.tsunagaru.form.query.GetFormExport;
import jp.tsunagaru.form.query.ListEndingOrders;
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
import jp.tsunagaru.patient.query.ListPatients;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.patient.query.PatientList;
import jp.tsunagaru.patient.query.WatchPatient;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FormQueriesTest {
  private static final PrintReason DELIVERY = new PrintReason(PrintPurpose.DELIVERY, "");

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
  void a_deleted_form_is_in_no_list_comes_back_and_is_gone_when_destroyed() {
    approved(form, ORDER);
    assertThat(get(doctor, form)).matches(FormSheet::mayDelete);
    assertThat(get(clerk, form)).as("same clinic").matches(FormSheet::mayDelete);
    assertThat(get(nurse, form)).as("another facility").matches(sheet -> !sheet.mayDelete());

    city.deletes(doctor, patient, form);

    assertThat(list(doctor).forms()).isEmpty();
    assertThat(timeline(nurse, TimelineFilter.ALL)).isEmpty();
    assertThat(unread(nurse)).isZero();
    assertThatThrownBy(() -> get(doctor, form)).isInstanceOf(Refused.class);
    assertThat(prefill(doctor, FormKind.VISIT_NURSING_ORDER, true).mayCopy()).isFalse();
    DeletedDocument deleted = deleted(doctor).getFirst();
    assertThat(deleted.kind()).isEqualTo(DocumentKind.FORM);
    assertThat(deleted.title()).isEqualTo("訪問看護指示書・在宅患者訪問点滴注射指示書");
    assertThat(deleted.author()).isEqualTo("東 太郎");
    assertThat(deleted.occurredOn()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(deleted(nurse)).isEmpty();

    city.happens(doctor, new DocumentRestored(form, patient));
    assertThat(list(nurse).forms()).hasSize(1);
    assertThat(timeline(nurse, TimelineFilter.ALL)).hasSize(1);

    city.deletes(doctor, patient, form);
    city.purges(doctor, clerk, patient, form);
    assertThat(list(doctor).forms()).isEmpty();
    assertThat(deleted(doctor)).isEmpty();
    Map<String, List<String>> rows = city.contents();
    assertThat(rows.get("view.form")).isEmpty();
    assertThat(rows.get("view.document_version")).isEmpty();
    city.happensAgain();
    assertThat(city.contents()).isEqualTo(rows);
  }

  @Test
  void a_confirmed_form_stands_in_the_notebook_and_is_news_until_its_sheet_was_read() {
    drafts(clerk, form, 1, ORDER);
    assertThat(timeline(nurse, TimelineFilter.ALL)).as("a draft").isEmpty();
    approves(form, 2, ORDER);
    DocumentId article = city.posts(nurse, patient, "訪問しました");

    TimelineEntry entry =
        timeline(nurse, new TimelineFilter(null, null, null, null, "", "", DocumentKind.FORM))
            .getFirst();
    assertThat(entry.documentId()).isEqualTo(form);
    assertThat(entry.content().text()).isEqualTo("訪問看護指示書・在宅患者訪問点滴注射指示書");
    assertThat(entry.author()).isEqualTo(new AuthorAsWritten("東 太郎", "施設"));
    assertThat(entry.occurredOn()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(entry.form())
        .isEqualTo(
            new FormMark(FormState.APPROVED, LocalDate.of(2026, 12, 1), LocalDate.of(2027, 5, 31)));
    assertThat(entry.unread()).isTrue();
    assertThat(entry.mayEdit()).isFalse();
    assertThat(
            timeline(
                nurse, new TimelineFilter(null, null, null, null, "", "", DocumentKind.ARTICLE)))
        .extracting(TimelineEntry::documentId)
        .containsExactly(article);
    assertThat(timeline(doctor, TimelineFilter.ALL)).hasSize(2);
    assertThat(unread(nurse)).isEqualTo(1);

    Timeline page =
        city.ask(nurse, new GetTimeline(patient, TimelineFilter.ALL, null), Timeline.class);
    assertThat(page.shown()).as("the title is not the sheet").containsOnlyKeys(article);
    assertThat(page.shownOf(patient)).containsOnlyKeys(article);
    city.sees(nurse, patient, page.shown());
    assertThat(unread(nurse)).isEqualTo(1);
    city.sees(nurse, patient, get(nurse, form).shown());
    assertThat(unread(nurse)).isZero();

    city.happens(doctor, new FormSuperseded(form, patient, DocumentId.next()));
    assertThat(timeline(nurse, TimelineFilter.ALL))
        .filteredOn(each -> each.form() != null)
        .extracting(each -> each.form().state())
        .containsExactly(FormState.SUPERSEDED);
  }

  private List<TimelineEntry> timeline(Origin actor, TimelineFilter filter) {
    return city.ask(actor, new GetTimeline(patient, filter, null), Timeline.class).entries();
  }

  private List<DeletedDocument> deleted(Origin actor) {
    return city.ask(actor, new ListDeletedDocuments(), DeletedDocuments.class).documents();
  }

  private int unread(Origin actor) {
    return city.ask(actor, new ListPatients("", null, null, null, false, 0, 10), PatientList.class)
        .rows()
        .getFirst()
        .unread();
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
        .isEqualTo(new Provenance(Source.PREVIOUS_FORM, LocalDate.of(2026, 1, 5), true));
    assertThat(copied.provenance().get("addressee"))
        .isEqualTo(new Provenance(Source.PREVIOUS_FORM, null, false));
    assertThat(copied.provenance().get("condition"))
        .isEqualTo(new Provenance(Source.PREVIOUS_FORM, LocalDate.of(2026, 1, 5), true));
    assertThat(copied.provenance().get("remarks").isOld()).isFalse();
    assertThat(copied.provenance().get("patientName").source())
        .as("what is registered now wins over the copy")
        .isEqualTo(Source.BASIC_INFO);
  }

  @Test
  void whoever_confirms_a_saved_copy_sees_which_texts_are_old() {
    approvedLongAgo(ORDER.with("condition", "変わりなし").with("remarks", "ペニシリン禁"));
    DocumentId copy = DocumentId.next();
    drafts(clerk, copy, 1, ORDER.with("condition", "変わりなし").with("remarks", "新しい留意事項"));

    Map<String, Provenance> unchanged = get(doctor, copy).unchanged();

    assertThat(unchanged).containsOnlyKeys("disease1", "condition");
    assertThat(unchanged.get("condition"))
        .isEqualTo(new Provenance(Source.PREVIOUS_FORM, LocalDate.of(2026, 1, 5), true));
    approves(copy, 2, ORDER.with("condition", "変わりなし"));
    assertThat(get(doctor, copy).unchanged()).as("what is confirmed stands").isEmpty();
  }

  @Test
  void an_order_that_ends_soon_is_a_task_of_physician_and_visiting_nurse_until_the_next_follows() {
    assign(doctor, TeamRole.ATTENDING_PHYSICIAN);
    assign(nurse, TeamRole.VISITING_NURSE);
    Origin pharmacist = city.person("薬剤", "三郎", Profession.PHARMACIST);
    assign(pharmacist, TeamRole.PHARMACIST);
    approved(form, ORDER.with("period", "2026-06-01", TODAY.plusDays(14).toString()));

    assertThat(ending(doctor))
        .containsExactly(new EndingOrder(patient, form, "山田 太郎", TODAY.plusDays(14), false));
    assertThat(ending(nurse)).hasSize(1);
    assertThat(ending(pharmacist)).as("neither 主治医 nor 訪問看護").isEmpty();

    DocumentId next = DocumentId.next();
    FormValues following =
        ORDER.with("period", TODAY.plusDays(15).toString(), TODAY.plusMonths(5).toString());
    drafts(clerk, next, 1, following);
    assertThat(ending(nurse)).extracting(EndingOrder::prepared).containsExactly(true);
    approves(next, 2, following);
    assertThat(ending(nurse)).isEmpty();
    city.happens(
        doctor, new FormCancelled(next, patient, Personal.of(Subject.of(next, patient), "誤り")));
    assertThat(ending(nurse)).hasSize(1);
    city.happens(doctor, new SharingStopped(ConsentId.of(patient), patient, "PAPER", null));
    assertThat(ending(nurse)).isEmpty();
  }

  private List<EndingOrder> ending(Origin actor) {
    return city.ask(actor, new ListEndingOrders(), EndingOrders.class).orders();
  }

  private void assign(Origin member, TeamRole role) {
    city.happens(
        doctor,
        new MemberAssigned(
            CareTeamId.of(patient),
            patient,
            GrantId.next(),
            id(member),
            new MembershipTerms(role, Set.of(Right.VIEW), null, null)));
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
    return city.ask(actor, new GetFormExport(patient, form, format, DELIVERY), FormExport.class);
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
