package jp.tsunagaru.support.view;

import java.util.Optional;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.support.Adoption;
import jp.tsunagaru.support.query.SupportReference;
import jp.tsunagaru.support.query.SupportState;
import jp.tsunagaru.support.query.SupportStep;
import jp.tsunagaru.support.query.SupportThread;

/** How a request for support is told. */
public final class SupportWords {
  private SupportWords() {}

  /** The state; of a decided request what was decided last. */
  public static String state(SupportThread thread) {
    return adoption(thread)
        .map(adoption -> Texts.of("support.adoption", adoption))
        .orElseGet(() -> Texts.of("support.state", thread.state()));
  }

  private static Optional<Adoption> adoption(SupportThread thread) {
    return thread.state() == SupportState.DECIDED
        ? Optional.ofNullable(thread.steps().getLast().adoption())
        : Optional.empty();
  }

  static String mark(SupportState state) {
    return switch (state) {
      case REQUESTED, ANSWERED -> "state-wait";
      case DECIDED -> "state-good";
      case DECLINED, WITHDRAWN -> "state-plain";
    };
  }

  public static String addressee(SupportThread thread) {
    return thread.addresseeName().isEmpty()
        ? Texts.get("support.addressee.anybody", thread.addresseeFacility())
        : Texts.get("support.addressee.person", thread.addresseeName(), thread.addresseeFacility());
  }

  public static String reference(SupportReference reference) {
    String line =
        reference.author().isEmpty()
            ? reference.line()
            : Texts.get("support.reference.by", reference.author(), reference.line());
    String dated =
        Texts.get("support.reference", DateTexts.shortDate(reference.occurredOn()), line);
    return reference.files() == 0
        ? dated
        : Texts.get("support.reference.files", dated, reference.files());
  }

  static boolean isUndecided(SupportThread thread) {
    return thread.steps().stream().noneMatch(step -> step.kind() == SupportStep.Kind.DECIDED);
  }
}
