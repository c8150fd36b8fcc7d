package jp.tsunagaru.audit.read;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.event.BreakGlassOpened;
import jp.tsunagaru.access.event.LawfulOpeningRequested;
import jp.tsunagaru.account.event.AccountIssued;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.event.AttachmentReceived;
import jp.tsunagaru.audit.event.AccessQuestioned;
import jp.tsunagaru.audit.event.FacilityQuestioned;
import jp.tsunagaru.audit.event.LogReviewBegun;
import jp.tsunagaru.audit.query.AccessKind;
import jp.tsunagaru.careteam.event.GroupAssigned;
import jp.tsunagaru.careteam.event.GroupCreated;
import jp.tsunagaru.careteam.event.MemberAssigned;
import jp.tsunagaru.consent.event.ConsentGranted;
import jp.tsunagaru.consent.event.ConsentPaperKept;
import jp.tsunagaru.consent.event.ConsentPaperRemoved;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.document.event.DocumentDeleted;
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.document.event.TagDefined;
import jp.tsunagaru.document.event.UnsentFilesPurged;
import jp.tsunagaru.facility.event.FacilityApplied;
import jp.tsunagaru.facility.event.FacilityRegistered;
import jp.tsunagaru.form.event.FormDrafted;
import jp.tsunagaru.incident.event.IncidentReported;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.PatientErased;
import jp.tsunagaru.patient.event.PatientRegistered;
import jp.tsunagaru.patient.event.ProvisionalPurged;
import jp.tsunagaru.retention.event.DeletionExecuted;
import jp.tsunagaru.retention.event.DeletionRequested;
import jp.tsunagaru.retention.event.DisposalApproved;
import jp.tsunagaru.retention.event.ErasuresRepeated;
import jp.tsunagaru.retention.event.LegalHoldPlaced;
import jp.tsunagaru.support.event.SupportRequested;

/** What a domain event says to an auditor: which kind of change to what, ids only. */
final class Changes {
  private static final Set<Class<?>> CREATED =
      Set.of(
          PatientRegistered.class,
          ConsentGranted.class,
          ConsentPaperKept.class,
          MemberAssigned.class,
          GroupAssigned.class,
          GroupCreated.class,
          DocumentConfirmed.class,
          TagDefined.class,
          AttachmentReceived.class,
          SupportRequested.class,
          BreakGlassOpened.class,
          LawfulOpeningRequested.class,
          DeletionRequested.class,
          LegalHoldPlaced.class,
          IncidentReported.class,
          LogReviewBegun.class,
          AccessQuestioned.class,
          FacilityQuestioned.class,
          FacilityApplied.class,
          FacilityRegistered.class,
          AccountIssued.class);

  private static final Set<Class<?>> DELETED =
      Set.of(
          DocumentDeleted.class,
          DocumentPurged.class,
          UnsentFilesPurged.class,
          ConsentPaperRemoved.class,
          ProvisionalPurged.class,
          PatientErased.class,
          DeletionExecuted.class,
          DisposalApproved.class,
          ErasuresRepeated.class);

  private static final ClassValue<List<RecordComponent>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
          RecordComponent[] parts = type.getRecordComponents();
          return parts == null ? List.of() : Arrays.stream(parts).filter(Changes::meant).toList();
        }
      };

  private Changes() {}

  /**
   * @param patientId the first one named, or blank
   * @param documents with their versions, 0 where none is named
   */
  record Change(
      AccessKind kind, String patientId, Map<DocumentId, Long> documents, String attachmentId) {}

  static Change of(Object event) {
    String patient = "";
    String attachment = "";
    List<DocumentId> documents = new ArrayList<>();
    long version = event instanceof DocumentConfirmed ? 1 : 0;
    for (RecordComponent part : PARTS.get(event.getClass())) {
      switch (value(event, part)) {
        case PatientId id -> patient = patient.isEmpty() ? id.value() : patient;
        case AttachmentId id -> attachment = id.value();
        case DocumentId id -> documents.add(id);
        case Collection<?> several ->
            several.forEach(each -> {
              if (each instanceof DocumentId id) {
                documents.add(id);
              }
            });
        case Long number -> version = number;
        default -> {}
      }
    }
    Map<DocumentId, Long> shown = new LinkedHashMap<>();
    for (DocumentId document : documents) {
      shown.put(document, documents.size() == 1 ? version : 0);
    }
    return new Change(kind(event, version), patient, shown, attachment);
  }

  private static AccessKind kind(Object event, long version) {
    Class<?> type = event.getClass();
    if (CREATED.contains(type) || event instanceof FormDrafted && version == 1) {
      return AccessKind.CREATE;
    }
    return DELETED.contains(type) ? AccessKind.DELETE : AccessKind.CHANGE;
  }

  private static boolean meant(RecordComponent part) {
    return switch (part.getName()) {
      case "documentId", "documents", "attachmentId", "version" -> true;
      default -> part.getType().equals(PatientId.class);
    };
  }

  private static Object value(Object event, RecordComponent part) {
    try {
      Object value = part.getAccessor().invoke(event);
      return value == null ? "" : value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a public record cannot be read", e);
    }
  }
}
