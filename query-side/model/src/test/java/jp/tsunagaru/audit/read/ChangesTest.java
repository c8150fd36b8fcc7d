package jp.tsunagaru.audit.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.event.AttachmentRejected;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.audit.event.RecordViewed;
import jp.tsunagaru.audit.query.AccessCursor;
import jp.tsunagaru.audit.query.AccessFilter;
import jp.tsunagaru.audit.query.AccessKind;
import jp.tsunagaru.audit.query.AccessMark;
import jp.tsunagaru.audit.query.AuditScope;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.TagId;
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.document.event.TagRetired;
import jp.tsunagaru.form.event.FormSubmittedForApproval;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.PatientErased;
import jp.tsunagaru.patient.event.PatientsMerged;
import jp.tsunagaru.retention.DeletionRequestId;
import jp.tsunagaru.retention.DeletionScope;
import jp.tsunagaru.retention.IdentityCheck;
import jp.tsunagaru.retention.event.DeletionRequested;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was changed, told in one order with what was seen. */
class ChangesTest {
  private static final Instant BEGIN = Instant.parse("2026-11-04T03:00:00Z");
  private static final AccessFilter DAY = AccessFilter.during(BEGIN, BEGIN.plusSeconds(86_400));

  private final ReadSide city = new ReadSide();
  private final AccessLog log = new AccessLog(city.jdbc, new MarkRules(20, 5, 22, 6));
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);
  private final PatientId patient = PatientId.next();
  private final DocumentId document = DocumentId.next();
  private final AccessGround ground = new AccessGround("con_1", "grt_1", "grp_1", "POST", "bgl_1");
  private long changes = 1;
  private long looks = 1;

  @BeforeEach
  void nothing() {
    city.jdbc
        .sql(
            "truncate view.access_log, view.access_log_document, view.deed, view.deed_document,"
                + " view.patient_merge")
        .update();
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void a_change_has_a_kind_and_says_what_it_was_about() {
    DocumentId other = DocumentId.next();
    AttachmentId file = AttachmentId.next();

    assertThat(Changes.of(new DocumentRestored(document, patient)))
        .isEqualTo(change(AccessKind.CHANGE, Map.of(document, 0L), ""));
    assertThat(Changes.of(new FormSubmittedForApproval(document, patient, 4)))
        .isEqualTo(change(AccessKind.CHANGE, Map.of(document, 4L), ""));
    assertThat(Changes.of(new AttachmentRejected(file, patient, document, "EMPTY", 0)))
        .isEqualTo(change(AccessKind.CHANGE, Map.of(document, 0L), file.value()));
    assertThat(
            Changes.of(
                new DocumentPurged(
                    document,
                    patient,
                    ReadSide.id(nurse),
                    ReadSide.id(nurse),
                    List.of(AttachmentId.next()))))
        .isEqualTo(change(AccessKind.DELETE, Map.of(document, 0L), ""));
    assertThat(Changes.of(new PatientErased(patient)))
        .isEqualTo(change(AccessKind.DELETE, Map.of(), ""));
    assertThat(Changes.of(new PatientsMerged(patient, PatientId.next(), "DUPLICATE")))
        .isEqualTo(change(AccessKind.CHANGE, Map.of(), ""));
    assertThat(Changes.of(new TagRetired(TagId.next())))
        .isEqualTo(new Changes.Change(AccessKind.CHANGE, "", Map.of(), ""));
    assertThat(Changes.of(requested(Set.of(document, other))))
        .isEqualTo(change(AccessKind.CREATE, Map.of(document, 0L, other, 0L), ""));
  }

  private Changes.Change change(
      AccessKind kind, Map<DocumentId, Long> documents, String attachment) {
    return new Changes.Change(kind, patient.value(), documents, attachment);
  }

  private DeletionRequested requested(Set<DocumentId> documents) {
    return new DeletionRequested(
        DeletionRequestId.next(),
        patient,
        city.facility,
        RequestChannel.values()[0],
        IdentityCheck.values()[0],
        Personal.of(Subject.of(patient), new Requester("山田 一郎", "長男")),
        DeletionScope.values()[0],
        documents,
        null,
        null,
        LocalDate.of(2026, 11, 4),
        LocalDate.of(2026, 12, 4));
  }

  @Test
  void a_row_says_what_the_event_says() {
    EventMessage<?> event = happens(new FormSubmittedForApproval(document, patient, 4), BEGIN);

    AccessLog.Row row = log.before(DAY, null, 10).getFirst();

    assertThat(row.access()).isEqualTo(Access.ofChange(event));
    assertThat(row.access().origin()).isEqualTo(nurse);
    assertThat(row.access().ground()).isEqualTo(ground);
    assertThat(row.access().documents()).isEqualTo(Map.of(document, 4L));
    assertThat(row.aggregateId()).isEqualTo(document.value());
    assertThat(row.sequence()).isEqualTo(7);
    assertThat(row.marks()).containsExactly(AccessMark.BREAK_GLASS);
    assertThat(row.cursor()).isEqualTo(new AccessCursor(BEGIN, true, 1));
    assertThat(AccessCursor.of(row.cursor().text())).contains(row.cursor());
  }

  @Test
  void what_the_system_does_by_itself_names_the_system_and_no_night() {
    Instant night = Instant.parse("2026-11-04T15:00:00Z");
    city.projected(writes ->
        new DeedProjector()
            .on(
                new PatientErased(patient),
                new GenericDomainEventMessage<>(
                    "Patient", patient.value(), 3, new PatientErased(patient)),
                new GlobalSequenceTrackingToken(1),
                writes));
    city.jdbc.sql("update view.deed set at = ?").param(night.atOffset(ZoneOffset.UTC)).update();

    assertThat(log.before(DAY, null, 10))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.access().accountId()).isEqualTo(Origin.SYSTEM);
          assertThat(row.access().ground()).isNull();
          assertThat(row.marks()).isEmpty();
        });
  }

  /** Many at the same moment, so that a page often ends between a look and a change. */
  @Test
  void pages_go_through_both_streams_in_one_order_without_a_gap() {
    Random random = new Random(11);
    for (int i = 0; i < 60; i++) {
      Instant at = BEGIN.plusSeconds(random.nextInt(12));
      if (random.nextBoolean()) {
        happens(new DocumentRestored(document, patient), at);
      } else {
        seen(at);
      }
    }
    for (AccessFilter filter :
        List.of(
            DAY,
            DAY.about(AuditScope.PATIENT, patient.value()),
            DAY.about(AuditScope.DOCUMENT, document.value()),
            DAY.about(AuditScope.ACCOUNT, nurse.accountId()),
            DAY.about(AuditScope.FACILITY, nurse.facilityId()),
            DAY.marked(AccessMark.BREAK_GLASS))) {
      for (int size : List.of(1, 2, 3, 7, 60)) {
        List<AccessCursor> forward = new ArrayList<>();
        List<AccessCursor> backward = new ArrayList<>();
        for (List<AccessLog.Row> page = log.after(filter, null, size);
            !page.isEmpty();
            page = log.after(filter, forward.getLast(), size)) {
          page.forEach(row -> forward.add(row.cursor()));
        }
        for (List<AccessLog.Row> page = log.before(filter, null, size);
            !page.isEmpty();
            page = log.before(filter, backward.getLast(), size)) {
          page.forEach(row -> backward.add(row.cursor()));
        }
        Collections.reverse(backward);
        assertThat(forward).hasSize(60).doesNotHaveDuplicates().isEqualTo(backward);
      }
      assertThat(log.count(filter, 100)).isEqualTo(60);
      assertThat(log.count(filter, 17)).isEqualTo(17);
      assertThat(log.density(filter).stream().mapToInt(Integer::intValue).sum()).isEqualTo(60);
    }
    assertThat(log.seenBefore(DAY, null, 100))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.access().kind()).isEqualTo(AccessKind.VIEW));
  }

  private EventMessage<?> happens(Object event, Instant at) {
    EventMessage<?> message =
        new GenericDomainEventMessage<>(
            "Document",
            document.value(),
            7,
            event,
            MetaData.from(nurse.toMetadata()).mergedWith(ground.toMetadata()),
            Ids.next("evt"),
            at);
    long next = changes++;
    city.projected(writes ->
        new DeedProjector().on(event, message, new GlobalSequenceTrackingToken(next), writes));
    return message;
  }

  private void seen(Instant at) {
    RecordViewed event = new RecordViewed(patient, "GetTimeline", Map.of(document, 1L), "", ground);
    EventMessage<?> message =
        new GenericEventMessage<>(Ids.next("evt"), event, nurse.toMetadata(), at);
    long next = looks++;
    city.projected(writes ->
        new AccessLogProjector().on(event, message, new GlobalSequenceTrackingToken(next), writes));
  }
}
