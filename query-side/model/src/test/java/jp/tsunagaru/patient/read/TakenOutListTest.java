package jp.tsunagaru.patient.read;

import static jp.tsunagaru.careteam.read.ReadSide.info;
import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.ListFormat;
import jp.tsunagaru.patient.query.ListPatients;
import jp.tsunagaru.patient.query.ListPatientsToTakeOut;
import jp.tsunagaru.patient.query.PatientRow;
import jp.tsunagaru.patient.query.TakenOutList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** LS-07: what may be seen may not for that be carried away. */
class TakenOutListTest {
  private final ReadSide city = new ReadSide();
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);
  private final Origin doctor = city.person("医師", "太郎", Profession.PHYSICIAN);

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void only_patients_with_the_right_to_make_papers_leave_and_the_others_are_counted() {
    PatientId own = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse);
    PatientId seen = city.shared(info("山本", "花子", "やまもと", "はなこ"), doctor);
    city.assign(seen, nurse, Right.VIEW, Right.WRITE);
    PatientId stopped = city.shared(info("山下", "", "やました", ""), nurse);
    city.happens(nurse, new SharingStopped(ConsentId.of(stopped), stopped, "PAPER", null));
    city.shared(info("鈴木", "一郎", "すずき", "いちろう"), doctor);

    TakenOutList list = takeOut("山");

    assertThat(list.takenOut()).containsExactly(own);
    assertThat(list.results()).isEqualTo(1);
    assertThat(list.leftOut()).isEqualTo(2);
  }

  @Test
  void the_page_that_is_shown_does_not_matter() {
    for (int i = 0; i < 60; i++) {
      city.shared(info("山田", "太郎" + i, "やまだ", "たろう"), nurse);
    }
    TakenOutList list = takeOut("");
    assertThat(list.rows()).hasSize(60).extracting(PatientRow::patientId).doesNotHaveDuplicates();
    assertThat(list.leftOut()).isZero();
  }

  private TakenOutList takeOut(String text) {
    ListPatients search = new ListPatients(text, null, null, null, false, 50, 10);
    ListPatientsToTakeOut query =
        new ListPatientsToTakeOut(search, PrintPurpose.VISIT, ListFormat.CSV);
    assertThat(query.purpose()).isEqualTo(PrintPurpose.VISIT);
    assertThat(query.searchTerm()).isEqualTo(text);
    return city.ask(nurse, query, TakenOutList.class);
  }
}
