package jp.tsunagaru.audit.query;

import java.time.LocalDate;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.access.PrintsAtDesk;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.patient.PatientId;

/**
 * The same at the desk of the city, or of a facility that has or had somebody in the team; answered
 * with {@link OwnAccess}. Refuses {@code ASK_THE_CITY} at a facility while an incident about the
 * patient is open: whether the list is given out then is the city's to decide.
 *
 * @param to included
 * @param request who asked, how, and how that was checked, in words
 */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record PrintOwnAccessAtDesk(
    PatientId patientId, LocalDate from, LocalDate to, String request) implements PrintsAtDesk {
  public PrintOwnAccessAtDesk {
    OwnAccess.checkPeriod(from, to);
  }

  @Override
  public PrintReason reason() {
    return new PrintReason(PrintPurpose.PERSON_REQUEST, request);
  }
}
