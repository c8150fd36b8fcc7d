package jp.tsunagaru.audit.query;

import java.time.LocalDate;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.access.Prints;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;

/**
 * あなたの記録を見た人の一覧 (M6), which the person asked somebody of the team for; answered with {@link
 * OwnAccess}. It outlasts the end of sharing, as the person's right to know does. Refuses {@code
 * ASK_THE_CITY} while an incident about the patient is open.
 *
 * @param to included
 * @param request who asked, how, and how that was checked, in words
 */
public record PrintOwnAccess(PatientId patientId, LocalDate from, LocalDate to, String request)
    implements Prints {
  public PrintOwnAccess {
    OwnAccess.checkPeriod(from, to);
  }

  @Override
  public Right needs() {
    return Right.EDIT_BASIC;
  }

  @Override
  public PrintReason reason() {
    return new PrintReason(PrintPurpose.PERSON_REQUEST, request);
  }

  @Override
  public boolean whileStopped() {
    return true;
  }

  @Override
  public boolean afterEnd() {
    return true;
  }
}
