package jp.tsunagaru.access.write;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagaru.access.Right;
import jp.tsunagaru.audit.event.AccessDenied;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.command.CancelForm;
import jp.tsunagaru.form.command.DraftForm;
import jp.tsunagaru.form.command.SubmitForm;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import org.junit.jupiter.api.Test;

/** The gate before official forms: the right to fill them in is one of its own (TM-03). */
class FormAccessTest {
  private final People.Person owner = WriteSide.signedIn(People.nurse());
  private final People.Person writer = WriteSide.signedIn(People.nurse());
  private final PatientId patient = WriteSide.patient("SHARED", owner);

  @Test
  void writing_articles_is_no_right_to_fill_in_forms() {
    WriteSide.member(patient, writer, Right.VIEW, Right.WRITE, Right.EDIT, Right.DELETE);

    Sending.command(writer, draft(DocumentId.next())).isRefused(RefusalCode.NOT_FOUND);

    assertThat(WriteSide.accessesOf(writer))
        .containsExactly(new AccessDenied(patient.value(), "DraftForm", "RIGHT_MISSING"));
  }

  @Test
  void the_right_is_for_the_patient_of_the_form() {
    DocumentId form = DocumentId.next();
    PatientId another = WriteSide.patient("SHARED", owner);
    WriteSide.member(patient, owner, Right.VIEW, Right.FORMS);
    WriteSide.member(another, writer, Right.VIEW, Right.FORMS);
    WriteSide.jdbc()
        .sql(
            """
            insert into guard.document (document_id, patient_id, author_id, facility_id, profession,
              state, version, scope) values (?, ?, ?, ?, 'NURSE', 'CONFIRMED', 1, 'TEAM')\
            """)
        .params(form.value(), patient.value(), owner.id().value(), owner.facility().value())
        .update();

    Sending.command(writer, new SubmitForm(form, another, 1)).isRefused(RefusalCode.NOT_FOUND);
    Sending.command(writer, new CancelForm(form, patient, "")).isRefused(RefusalCode.NOT_FOUND);

    assertThat(WriteSide.accessesOf(writer))
        .containsExactly(
            new AccessDenied(another.value(), "SubmitForm", "DOCUMENT_HIDDEN"),
            new AccessDenied(patient.value(), "CancelForm", "NO_MEMBERSHIP"));
  }

  private DraftForm draft(DocumentId form) {
    return new DraftForm(form, patient, 0, "HK16-2024", FormValues.NONE);
  }
}
