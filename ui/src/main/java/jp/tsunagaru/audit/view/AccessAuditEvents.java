package jp.tsunagaru.audit.view;

import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.audit.query.AccessStep;
import jp.tsunagaru.audit.query.Ground;
import jp.tsunagaru.audit.query.Printing;
import jp.tsunagaru.audit.query.TakenOutAccesses.Taken;
import jp.tsunagaru.fhir.ActReason;
import jp.tsunagaru.fhir.AuditEntry;
import jp.tsunagaru.fhir.AuditEvents;
import jp.tsunagaru.fhir.Operation;
import jp.tsunagaru.shell.view.Names;
import org.jspecify.annotations.Nullable;

/** The access history for a system that collects audit logs: NDJSON of FHIR AuditEvents. */
final class AccessAuditEvents implements AccessLines {
  private static final String READING = "(?:Find|Get|List|Preview|Print|Replay|Watch)[A-Z].*";

  private final AuditEvents events;

  AccessAuditEvents(AuditEvents events) {
    this.events = events;
  }

  @Override
  public String head() {
    return "";
  }

  @Override
  public String of(Taken taken) {
    return events.line(entry(taken)) + "\n";
  }

  static AuditEntry entry(Taken taken) {
    AccessStep step = taken.step();
    Ground ground = step.ground();
    return new AuditEntry(
        step.eventId(),
        step.at(),
        operation(step),
        step.action(),
        new AuditEntry.Actor(
            person(step.accountId()),
            taken.loginId(),
            step.actor(),
            step.roles(),
            step.profession(),
            Names.profession(step.profession()),
            taken.facilityId(),
            step.facility(),
            step.session(),
            step.address()),
        step.result().equals("ALLOWED") ? "" : step.result(),
        ground != null && !ground.breakGlassId().isEmpty(),
        step.patientId(),
        step.documents().entrySet().stream()
            .collect(Collectors.toMap(each -> each.getKey().value(), Map.Entry::getValue)),
        step.attachmentId(),
        step.object(),
        reason(step),
        taken.seconds());
  }

  /** Neither a visitor nor the system itself is somebody. */
  private static String person(String accountId) {
    return accountId.equals("public") || accountId.equals("system") ? "" : accountId;
  }

  private static Operation operation(AccessStep step) {
    return switch (step.kind()) {
      case VIEW -> Operation.READ;
      case CREATE -> Operation.CREATE;
      case CHANGE -> Operation.UPDATE;
      case DELETE -> Operation.DELETE;
      case PRINT, TAKE_OUT -> Operation.EXPORT;
      case SEARCH -> Operation.SEARCH;
      case SIGN_IN -> step.action().equals("SignOut") ? Operation.SIGN_OUT : Operation.SIGN_IN;
      case AUDIT -> Operation.AUDIT;
      case DENIED -> step.action().matches(READING) ? Operation.READ : Operation.UPDATE;
    };
  }

  private static @Nullable ActReason reason(AccessStep step) {
    return switch (step.kind()) {
      case VIEW, CREATE, CHANGE, DELETE, DENIED, SEARCH ->
          step.roles().contains(Role.CARE_USER.name()) ? ActReason.TREAT : null;
      case AUDIT -> ActReason.HCOMPL;
      case SIGN_IN -> null;
      case PRINT, TAKE_OUT -> purpose(step.printing());
    };
  }

  private static @Nullable ActReason purpose(@Nullable Printing printing) {
    if (printing == null) {
      return null;
    }
    return switch (PrintPurpose.ofCode(printing.purpose())) {
      case VISIT, DELIVERY -> ActReason.TREAT;
      case MEETING, HANDOVER -> ActReason.COC;
      case EXPLANATION -> ActReason.FAMRQT;
      case DISASTER -> ActReason.DISASTER;
      case INSURANCE_CLAIM -> ActReason.HPAYMT;
      case PERSON_REQUEST -> ActReason.PATRQT;
      case OTHER -> null;
    };
  }
}
