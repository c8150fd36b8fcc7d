package jp.tsunagaru.patient.read;

import static jp.tsunagaru.careteam.read.ReadSide.id;
import static jp.tsunagaru.careteam.read.ReadSide.info;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.event.GroupChanged;
import jp.tsunagaru.careteam.event.GroupDissolved;
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
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.ListPatients;
import jp.tsunagaru.patient.query.PatientList;
import jp.tsunagaru.patient.query.PatientRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LS-04: however the count is found, it is what its plain definition counts. */
class UnreadCountTest {
  private final ReadSide city = new ReadSide();

  @AfterEach
  void close() {
    city.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void in_every_history_the_count_is_that_of_the_plain_definition(long seed) {
    History history = new History(new Random(seed));
    for (int step = 1; step <= 160; step++) {
      history.goesOn();
      if (step % 4 == 0) {
        compareAll(history, "seed " + seed + ", step " + step);
      }
    }
    assertThat(history.people).anySatisfy(person -> assertThat(plainly(person)).isNotEmpty());
    city.happensAgain();
    compareAll(history, "seed " + seed + ", everything twice");
    city.reset();
    city.happensAgain();
    compareAll(history, "seed " + seed + ", made anew");
  }

  @Test
  void what_is_written_while_somebody_looks_is_unread_as_soon_as_it_is_there() throws SQLException {
    Origin nurse = city.person("看護", "花子", Profession.NURSE);
    Origin doctor = city.person("医師", "太郎", Profession.PHYSICIAN);
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse, doctor);
    try (Connection slow = city.connection()) {
      slow.setAutoCommit(false);
      slow.createStatement()
          .execute(
              """
              insert into view.timeline_entry
              select 'doc_slow', '%s', 1, current_date, now(), now(), '%s', 'f', '%s', 'PHYSICIAN',
                     '{}', 'TEAM', '{}', '{}', '{}', '{}', 'CONFIRMED'\
              """
                  .formatted(patient, doctor.accountId(), doctor.accountId()));
      DocumentId later = city.posts(doctor, patient, "あとから書き始めた記事");
      city.sees(nurse, patient, Map.of(later, 1L));
      assertThat(unread(nurse)).containsEntry(patient.value(), 0);

      slow.commit();
    }

    assertThat(unread(nurse)).containsEntry(patient.value(), 1);
  }

  @Test
  void documents_of_another_table_are_looked_at_from_the_beginning() {
    Origin nurse = city.person("看護", "花子", Profession.NURSE);
    Origin doctor = city.person("医師", "太郎", Profession.PHYSICIAN);
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse, doctor);
    DocumentId document = city.posts(doctor, patient, "読んだ記事");
    city.sees(nurse, patient, Map.of(document, 1L));
    assertThat(unread(nurse)).containsEntry(patient.value(), 0);
    city.jdbc.sql("create schema rebuild").update();
    city.jdbc
        .sql("create table rebuild.timeline_entry (like view.timeline_entry including all)")
        .update();
    city.jdbc.sql("insert into rebuild.timeline_entry select * from view.timeline_entry").update();
    city.jdbc
        .sql("update rebuild.timeline_entry set document_id = 'doc_missed', stamp = 1")
        .update();
    city.jdbc.sql("drop table view.timeline_entry").update();
    city.jdbc.sql("alter table rebuild.timeline_entry set schema view").update();
    city.jdbc.sql("drop schema rebuild").update();

    assertThat(unread(nurse)).containsEntry(patient.value(), 1);
  }

  @Test
  void behind_an_old_unread_document_the_count_goes_on_exactly() {
    Origin nurse = city.person("看護", "花子", Profession.NURSE);
    Origin doctor = city.person("医師", "太郎", Profession.PHYSICIAN);
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse, doctor);
    List<DocumentId> documents = new ArrayList<>();
    for (int i = 0; i < 130; i++) {
      documents.add(city.posts(doctor, patient, "記事"));
    }
    assertThat(unread(nurse)).containsEntry(patient.value(), 100);
    city.sees(nurse, patient, firstVersions(documents.subList(1, 20)));
    assertThat(unread(nurse)).containsEntry(patient.value(), 100);
    city.sees(nurse, patient, firstVersions(documents.subList(20, 60)));
    assertThat(unread(nurse)).containsEntry(patient.value(), 71);

    city.revises(doctor, patient, documents.get(7), 2, "訂正", Visibility.TEAM);
    city.deletes(doctor, patient, documents.get(80));
    assertThat(unread(nurse)).containsEntry(patient.value(), 71);
    city.sees(nurse, patient, firstVersions(documents.subList(1, 130)));
    assertThat(unread(nurse)).containsEntry(patient.value(), 2);
    city.posts(doctor, patient, "新しい記事");
    assertThat(unread(nurse)).containsEntry(patient.value(), 3);
    city.happens(doctor, new DocumentRestored(documents.get(80), patient));
    city.sees(nurse, patient, firstVersions(documents.subList(0, 1)));

    assertThat(unread(nurse)).isEqualTo(plainly(nurse));
  }

  private static Map<DocumentId, Long> firstVersions(List<DocumentId> documents) {
    return documents.stream().collect(Collectors.toMap(document -> document, document -> 1L));
  }

  private void compareAll(History history, String when) {
    history.people.forEach(person -> compare(person, when));
  }

  private void compare(Origin person, String when) {
    Map<String, Integer> plain = plainly(person);
    assertThat(unread(person)).as(when).isEqualTo(plain);
    PatientList list = ask(person, new ListPatients("", null, null, null, false, 0, 200));
    assertThat(list.total()).as(when).isEqualTo(plain.size());
    assertThat(list.rows())
        .as(when)
        .isSortedAccordingTo(
            Comparator.<PatientRow, Boolean>comparing(row -> row.unread() == 0)
                .thenComparing(
                    PatientRow::latestAt, Comparator.nullsLast(Comparator.reverseOrder())));
    PatientList unreadOnly = ask(person, new ListPatients("", null, null, null, true, 0, 1));
    assertThat(unreadOnly.total())
        .as(when)
        .isEqualTo((int) plain.values().stream().filter(count -> count > 0).count());
  }

  private Map<String, Integer> unread(Origin person) {
    return ask(person, new ListPatients("", null, null, null, false, 0, 200)).rows().stream()
        .collect(Collectors.toMap(row -> row.patientId().value(), PatientRow::unread));
  }

  private PatientList ask(Origin person, ListPatients query) {
    return city.ask(person, query, PatientList.class);
  }

  /**
   * The definition: confirmed, visible, last written by somebody else, not shown in this version.
   */
  private Map<String, Integer> plainly(Origin person) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    city.jdbc
        .sql(
            """
            select s.patient_id, (
                select count(*) from view.timeline_entry t
                 where t.patient_id = s.patient_id and t.state = 'CONFIRMED'
                   and t.editor_id <> :me
                   and (t.scope = 'TEAM' or t.author_id = :me
                     or t.scope = 'PROFESSIONS' and :profession = any (t.visible_professions)
                     or t.scope = 'SELECTED' and (:me = any (t.visible_accounts)
                       or exists (
                         select 1 from view.group_member g
                           join view.care_group c on c.group_id = g.group_id
                          where g.account_id = :me and c.dissolved_at is null
                            and g.group_id = any (t.visible_groups))))
                   and not exists (
                     select 1 from view.document_receipt r
                      where r.account_id = :me and r.document_id = t.document_id
                        and r.version >= t.version)) as unread
              from view.sharing s
             where s.state = 'SHARED'
               and exists (
                 select 1 from view.reach r where r.patient_id = s.patient_id and r.account_id = :me)\
            """)
        .param("me", person.accountId())
        .param("profession", person.profession())
        .query(row -> {
          counts.put(row.getString("patient_id"), row.getInt("unread"));
        });
    return counts;
  }

  /**
   * Whatever can happen to documents, readers and teams, in any order that the write side allows.
   */
  private final class History {
    private final Random random;
    private final List<Origin> people =
        List.of(
            city.person("看護", "花子", Profession.NURSE),
            city.person("医師", "太郎", Profession.PHYSICIAN),
            city.person("薬剤", "次郎", Profession.PHARMACIST),
            city.person("介護", "三郎", Profession.NURSE));
    private final List<PatientId> patients = new ArrayList<>();
    private final List<GroupId> groups = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private final Map<GrantId, PatientId> grants = new LinkedHashMap<>();
    private final Set<PatientId> stopped = new HashSet<>();

    private static final class Document {
      private final DocumentId id;
      private final PatientId patient;
      private long version = 1;
      private boolean deleted;

      Document(DocumentId id, PatientId patient) {
        this.id = id;
        this.patient = patient;
      }
    }

    History(Random random) {
      this.random = random;
      for (int i = 0; i < 3; i++) {
        // Nobody of the team may edit basic information: a stopped patient is in no list.
        PatientId patient = city.registered(people.getFirst(), info("山田", "太郎", "やまだ", "たろう"));
        city.consents(people.getFirst(), patient);
        patients.add(patient);
        people.forEach(person -> join(patient, person));
      }
      groups.add(city.group("当番", people.get(0), people.get(1), people.get(2)));
      groups.add(city.group("夜間", people.get(0), people.get(3)));
    }

    void goesOn() {
      switch (random.nextInt(24)) {
        case 0, 1, 2, 3, 4, 5 -> post();
        case 6, 7, 8 -> revise();
        case 9, 10 -> delete();
        case 11, 12 -> restore();
        case 13 -> purge();
        case 14, 15, 16, 17, 18, 19 -> see();
        case 20 -> city.happens(any(people), new GroupChanged(any(groups), "当番", someAccounts()));
        case 21 -> join(any(patients), any(people));
        case 22 -> leave();
        default -> {
          if (random.nextInt(4) == 0) {
            city.happens(any(people), new GroupDissolved(any(groups)));
          } else {
            stopOrResume();
          }
        }
      }
    }

    private void post() {
      PatientId patient = any(patients);
      documents.add(new Document(city.posts(any(people), patient, "記事", visibility()), patient));
    }

    private void revise() {
      documents(false)
          .ifPresent(document ->
              city.revises(
                  any(people),
                  document.patient,
                  document.id,
                  ++document.version,
                  "訂正",
                  visibility()));
    }

    private void delete() {
      documents(false)
          .ifPresent(document -> {
            city.deletes(any(people), document.patient, document.id);
            document.deleted = true;
          });
    }

    private void restore() {
      documents(true)
          .ifPresent(document -> {
            city.happens(any(people), new DocumentRestored(document.id, document.patient));
            document.deleted = false;
          });
    }

    private void purge() {
      documents(true)
          .ifPresent(document -> {
            city.purges(people.get(0), people.get(1), document.patient, document.id);
            documents.remove(document);
          });
    }

    /** Some of what is there, now and then in a version that is no longer the newest. */
    private void see() {
      PatientId patient = any(patients);
      Map<DocumentId, Long> shown =
          documents.stream()
              .filter(document -> document.patient.equals(patient) && random.nextBoolean())
              .collect(
                  Collectors.toMap(
                      document -> document.id,
                      document -> Math.max(1, document.version - random.nextInt(2))));
      city.sees(any(people), patient, shown);
    }

    private void join(PatientId patient, Origin person) {
      GrantId grant =
          random.nextBoolean() || groups.isEmpty()
              ? city.assign(patient, person, Right.VIEW)
              : city.assign(patient, any(groups), person, ReadSide.terms(null, null, Right.VIEW));
      grants.put(grant, patient);
    }

    private void leave() {
      GrantId grant = any(List.copyOf(grants.keySet()));
      PatientId patient = Objects.requireNonNull(grants.remove(grant));
      city.happens(
          people.getFirst(), new MembershipEnded(CareTeamId.of(patient), patient, grant, "MOVED"));
      join(patient, any(people));
    }

    private void stopOrResume() {
      PatientId patient = any(patients);
      ConsentId consent = ConsentId.of(patient);
      if (stopped.remove(patient)) {
        city.happens(people.getFirst(), new SharingResumed(consent, patient, null, null));
      } else {
        stopped.add(patient);
        city.happens(people.getFirst(), new SharingStopped(consent, patient, "PAPER", null));
      }
    }

    private Visibility visibility() {
      return switch (random.nextInt(6)) {
        case 0 ->
            new Visibility(
                Visibility.Scope.SELECTED, Set.of(id(any(people))), Set.of(any(groups)), Set.of());
        case 1 ->
            new Visibility(
                Visibility.Scope.PROFESSIONS,
                Set.of(),
                Set.of(),
                Set.of(
                    Stream.of(Profession.NURSE, Profession.PHARMACIST)
                        .skip(random.nextInt(2))
                        .findFirst()
                        .orElseThrow()));
        default -> Visibility.TEAM;
      };
    }

    private Set<AccountId> someAccounts() {
      return people.stream()
          .filter(person -> random.nextBoolean())
          .map(ReadSide::id)
          .collect(Collectors.toSet());
    }

    private Optional<Document> documents(boolean deleted) {
      List<Document> fitting =
          documents.stream().filter(document -> document.deleted == deleted).toList();
      return fitting.isEmpty() ? Optional.empty() : Optional.of(any(fitting));
    }

    private <T> T any(List<T> values) {
      return values.get(random.nextInt(values.size()));
    }
  }
}
