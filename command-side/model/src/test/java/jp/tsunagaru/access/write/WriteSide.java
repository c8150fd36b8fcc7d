package jp.tsunagaru.access.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.axon.store.AccessHistory;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.patient.PatientId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Access, patients, consents and teams with real buses, event store, access history and PostgreSQL.
 * Started once for all tests; each test makes people and patients of its own.
 */
final class WriteSide {
  @EnableAutoConfiguration
  @ComponentScan({
    "jp.tsunagaru.axon",
    "jp.tsunagaru.access.write",
    "jp.tsunagaru.patient.write",
    "jp.tsunagaru.consent.write",
    "jp.tsunagaru.careteam.write",
    "jp.tsunagaru.document.write",
    "jp.tsunagaru.form.write",
    "jp.tsunagaru.support.write"
  })
  static class Parts {}

  private static final ConfigurableApplicationContext CONTEXT = start();

  private WriteSide() {}

  private static ConfigurableApplicationContext start() {
    try {
      Path target = Files.createDirectories(Path.of("target"));
      Path data = Files.createTempDirectory(target.toAbsolutePath(), "write-side");
      return new SpringApplicationBuilder(Parts.class)
          .web(WebApplicationType.NONE)
          .run("--tsunagaru.data=" + data, "--spring.main.banner-mode=off");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> T bean(Class<T> type) {
    return CONTEXT.getBean(type);
  }

  static JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  /** The account with its roles, in use, and its session, open. */
  static People.Person signedIn(People.Person person) {
    jdbc()
        .sql(
            """
            insert into guard.account
              (account_id, facility_id, login_id, roles, profession, state,
               must_change_password, must_pledge, sealed_name)
            values (?, ?, ?, ?, ?, 'ACTIVE', false, false, '')\
            """)
        .params(
            person.id().value(),
            person.facility().value(),
            person.id().suffix(),
            person.roles().stream().map(Enum::name).toArray(String[]::new),
            person.profession().name())
        .update();
    jdbc()
        .sql(
            """
            insert into guard.session (session, account_id, started_at, address)
            values (?, ?, now(), '192.0.2.7')\
            """)
        .params(person.session(), person.id().value())
        .update();
    return person;
  }

  static PatientId patient(String sharing, People.Person registrar) {
    PatientId patientId = PatientId.next();
    jdbc()
        .sql(
            """
            insert into guard.patient (patient_id, sharing, registrar_id, consent_id)
            values (?, ?, ?, ?)\
            """)
        .param(patientId.value())
        .param(sharing)
        .param(registrar.id().value())
        .param(sharing.equals("PROVISIONAL") ? null : ConsentId.of(patientId).value())
        .update();
    return patientId;
  }

  static GrantId member(PatientId patientId, People.Person person, Right... rights) {
    return member(patientId, person, null, null, rights);
  }

  static GrantId member(
      PatientId patientId,
      People.Person person,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Right... rights) {
    return membership(patientId, person.id().value(), null, from, to, rights);
  }

  static GrantId groupMember(PatientId patientId, GroupId groupId, Right... rights) {
    return membership(patientId, null, groupId.value(), null, null, rights);
  }

  private static GrantId membership(
      PatientId patientId,
      @Nullable String accountId,
      @Nullable String groupId,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Right... rights) {
    GrantId grantId = GrantId.next();
    jdbc()
        .sql(
            """
            insert into guard.membership
              (grant_id, patient_id, account_id, group_id, team_role, rights, valid_from, valid_to)
            values (?, ?, ?, ?, 'OTHER', ?, ?, ?)\
            """)
        .param(grantId.value())
        .param(patientId.value())
        .param(accountId)
        .param(groupId)
        .param(List.of(rights).stream().map(Enum::name).toArray(String[]::new))
        .param(from)
        .param(to)
        .update();
    return grantId;
  }

  static GroupId group(People.Person owner, Set<AccountId> members) {
    GroupId groupId = GroupId.next();
    jdbc()
        .sql(
            """
            insert into guard.care_group (group_id, facility_id, owner_id, name)
            values (?, ?, ?, 'A')\
            """)
        .params(groupId.value(), owner.facility().value(), owner.id().value())
        .update();
    members.forEach(member ->
        jdbc()
            .sql("insert into guard.group_member (group_id, account_id) values (?, ?)")
            .params(groupId.value(), member.value())
            .update());
    return groupId;
  }

  static DocumentId document(PatientId patientId, People.Person author, String state) {
    return document(patientId, author, state, "TEAM", List.of(), List.of(), List.of());
  }

  static DocumentId document(
      PatientId patientId,
      People.Person author,
      String state,
      String scope,
      List<String> accounts,
      List<String> groups,
      List<String> professions) {
    DocumentId documentId = DocumentId.next();
    jdbc()
        .sql(
            """
            insert into guard.document
              (document_id, patient_id, author_id, facility_id, profession, state, version, scope,
               visible_accounts, visible_groups, visible_professions)
            values (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)\
            """)
        .params(
            documentId.value(),
            patientId.value(),
            author.id().value(),
            author.facility().value(),
            author.profession().name(),
            state,
            scope,
            accounts.toArray(String[]::new),
            groups.toArray(String[]::new),
            professions.toArray(String[]::new))
        .update();
    return documentId;
  }

  static AttachmentId upload(PatientId patientId, DocumentId documentId, People.Person uploader) {
    AttachmentId attachmentId = AttachmentId.next();
    jdbc()
        .sql(
            """
            insert into guard.attachment
              (attachment_id, document_id, patient_id, uploader_id, kind, address)
            values (?, ?, ?, ?, 'JPEG', '0')\
            """)
        .params(attachmentId.value(), documentId.value(), patientId.value(), uploader.id().value())
        .update();
    return attachmentId;
  }

  static FacilityId facility() {
    return FacilityId.next();
  }

  /** What the access history holds of one person, oldest first, read back from the store. */
  static List<Object> accessesOf(People.Person person) {
    List<String> events =
        jdbc()
            .sql(
                """
                select event_identifier from store.access_event_entry
                where position(convert_to(?, 'UTF8') in meta_data) > 0\
                """)
            .param(person.id().value())
            .query(String.class)
            .list();
    return bean(AccessHistory.class).read(events).stream()
        .map(AccessHistory.StoredAccess::event)
        .toList();
  }
}
