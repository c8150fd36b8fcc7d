package jp.tsunagaru.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody may see something, or why not, as the decision itself says (TM-07).
 *
 * @param steps every rule that counts here, in the order of the decision
 * @param membership the one that carries the access; when it is denied the nearest one, if any
 * @param registrar whether the access is that of the registrar before the consent
 * @param emergency whether it is carried by an opening in an emergency (TM-10)
 * @param unlocked whether it is carried by an opening on a lawful ground (§8.3 Q3)
 */
public record AccessReasons(
    boolean allowed,
    List<Step> steps,
    @Nullable Membership membership,
    boolean registrar,
    boolean emergency,
    boolean unlocked) {

  public enum Outcome {
    HOLDS,
    BROKEN,
    /** An earlier rule had already decided. */
    NOT_REACHED
  }

  public record Step(Rule rule, Outcome outcome) {}

  /**
   * @param groupId null for somebody named directly
   */
  public record Membership(
      GrantId grantId,
      @Nullable GroupId groupId,
      Set<Right> rights,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {}

  public Optional<Rule> broken() {
    return steps.stream()
        .filter(step -> step.outcome() == Outcome.BROKEN)
        .map(Step::rule)
        .findFirst();
  }

  /**
   * What a member of the team may know: of a stranger to the team nothing but that, whether the
   * account exists, was suspended or wears another hat (PT-12).
   */
  public AccessReasons toColleague() {
    return allowed || membership != null
        ? this
        : new AccessReasons(
            false,
            List.of(
                new Step(Rule.PATIENT, Outcome.HOLDS),
                new Step(Rule.CONSENT, Outcome.HOLDS),
                new Step(Rule.TEAM, Outcome.BROKEN)),
            null,
            false,
            false,
            false);
  }
}
