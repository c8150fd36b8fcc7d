package jp.tsunagaru.document.read;

import static jp.tsunagaru.careteam.read.ReadSide.TODAY;
import static jp.tsunagaru.careteam.read.ReadSide.id;
import static jp.tsunagaru.careteam.read.ReadSide.info;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.Rendition;
import jp.tsunagaru.attachment.StoredFile;
import jp.tsunagaru.attachment.event.AttachmentConverted;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.event.GroupChanged;
import jp.tsunagaru.careteam.event.GroupDissolved;
import jp.tsunagaru.careteam.event.MembershipChanged;
import jp.tsunagaru.careteam.event.MembershipEnded;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.event.SharingResumed;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.BasicInfoChanged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a processor that lost its place, or starts anew, makes of the same events. */
class RebuildTest {
  private final ReadSide city = new ReadSide();

  @AfterEach
  void close() {
    city.close();
  }

  @BeforeEach
  void everythingHappens() {
    Origin nurse = city.person("看護", "花子", Profession.NURSE);
    Origin doctor = city.person("医師", "太郎", Profession.PHYSICIAN);
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse);
    city.registered(doctor, info("仮", "登録", "かり", "とうろく"));
    city.happens(
        nurse,
        new BasicInfoChanged(
            patient, 2, Personal.of(Subject.of(patient), info("山田", "太朗", "やまだ", "たろう"))));
    city.happens(nurse, new SharingStopped(ConsentId.of(patient), patient, "PAPER", null));
    city.happens(nurse, new SharingResumed(ConsentId.of(patient), patient, null, null));
    GrantId grant = city.assign(patient, doctor, Right.VIEW);
    city.happens(
        nurse,
        new MembershipChanged(
            CareTeamId.of(patient), patient, grant, ReadSide.terms(TODAY, TODAY, Right.VIEW)));
    city.happens(nurse, new MembershipEnded(CareTeamId.of(patient), patient, grant, "MOVED"));
    GroupId group = city.group("当番", nurse, nurse, doctor);
    city.assign(patient, group, nurse, ReadSide.terms(null, null, Right.VIEW));
    city.happens(nurse, new GroupChanged(group, "夜間当番", Set.of(id(doctor))));
    city.happens(nurse, new GroupDissolved(city.group("解散", nurse, nurse)));

    DocumentId kept = DocumentId.next();
    AttachmentId file = city.uploads(nurse, patient, kept, "創部.jpg");
    city.happens(
        nurse,
        new AttachmentConverted(
            file,
            patient,
            kept,
            List.of(
                new Rendition(
                    Rendition.Kind.THUMBNAIL, 1, new StoredFile("c", 9, "image/jpeg"), 32, 24))));
    city.happens(
        nurse,
        ReadSide.confirmed(
            kept,
            nurse,
            patient,
            "題",
            "初版",
            TODAY.minusDays(3),
            Set.of("訪問", "創"),
            Visibility.TEAM,
            List.of(file)));
    city.revises(nurse, patient, kept, 2, "第二版", Visibility.TEAM);
    city.revises(nurse, patient, kept, 3, "第三版", Visibility.TEAM);
    city.sees(doctor, patient, Map.of(kept, 3L));
    city.sees(doctor, patient, Map.of(kept, 2L));
    DocumentId deletedTwice = city.posts(nurse, patient, "消して戻して消す");
    city.deletes(nurse, patient, deletedTwice);
    city.happens(nurse, new DocumentRestored(deletedTwice, patient));
    city.deletes(doctor, patient, deletedTwice);
    DocumentId purged = city.posts(nurse, patient, "完全に消す");
    city.sees(doctor, patient, Map.of(purged, 1L));
    city.deletes(nurse, patient, purged);
    city.purges(nurse, doctor, patient, purged);
  }

  @Test
  void everyEventTwiceMakesTheSameTables() {
    Map<String, List<String>> once = city.contents();
    assertThat(once.get("view.timeline_entry")).hasSize(2);

    city.happensAgain();

    assertThat(city.contents()).isEqualTo(once);
  }

  @Test
  void aRebuildMakesTheSameTables() {
    Map<String, List<String>> before = city.contents();

    city.reset();
    assertThat(city.contents())
        .allSatisfy((table, rows) -> {
          if (!Set.of("view.account", "view.facility").contains(table)) {
            assertThat(rows).as(table).isEmpty();
          }
        });
    city.happensAgain();

    assertThat(city.contents()).isEqualTo(before);
  }

  @Test
  void everyReadModelIsAGroupOfItsOwn() {
    assertThat(city.groups())
        .containsExactly(
            "attachments",
            "careteams",
            "extended-schemas",
            "facility-steps",
            "forms",
            "past",
            "patients",
            "receipts",
            "rights-templates",
            "sharing-steps",
            "tags",
            "timeline");
  }
}
