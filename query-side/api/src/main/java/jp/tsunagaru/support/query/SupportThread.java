package jp.tsunagaru.support.query;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.support.Addressee;
import jp.tsunagaru.support.SupportKind;
import org.jspecify.annotations.Nullable;

/**
 * A request for support with all that was said to it, up to the version asked about.
 *
 * @param requesterFacility name of the facility that asks
 * @param addresseeName of the person; blank when anybody of the facility may answer
 * @param dueOn null when it was left open
 * @param contract how the facilities call their contract (第17条); blank when they named none
 * @param references those that the actor may see and that are still there
 * @param steps in the order of their versions; the first is what was asked
 * @param mayRevise whether the actor may word it anew
 * @param mayDecide whether 採否 is the actor's (第18条1)
 */
public record SupportThread(
    SupportKind kind,
    SupportState state,
    Addressee addressee,
    String addresseeName,
    String addresseeFacility,
    @Nullable LocalDate dueOn,
    String contract,
    List<SupportReference> references,
    List<SupportStep> steps,
    boolean mayRevise,
    boolean mayAnswer,
    boolean mayDecline,
    boolean mayDecide,
    boolean mayWithdraw) {
  /** What is asked now: the last wording. */
  public SupportStep asked() {
    return steps.stream()
        .filter(step -> step.kind() == SupportStep.Kind.REQUESTED)
        .reduce((former, latter) -> latter)
        .orElseThrow();
  }
}
