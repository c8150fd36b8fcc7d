package jp.tsunagaru.incident.view;

import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagaru.incident.CommissionReport;
import jp.tsunagaru.incident.query.Breach;
import jp.tsunagaru.incident.query.IncidentDetail;
import jp.tsunagaru.incident.query.IncidentStep;
import jp.tsunagaru.incident.query.StepKind;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The nine items as far as the case tells them (IN-07); a person completes and answers for them.
 */
final class CommissionDraft {
  private static final int LONGEST = 2000;

  private CommissionDraft() {}

  static CommissionReport of(IncidentDetail detail) {
    Breach breach = detail.breach();
    CommissionReport before = breach == null ? null : breach.latest();
    return new CommissionReport(
        kept(before == null ? null : before.overview(), overview(detail)),
        kept(before == null ? null : before.dataItems(), items(detail)),
        kept(before == null ? null : before.persons(), persons(breach)),
        kept(before == null ? null : before.cause(), texts(detail, StepKind.REPORTED_TO_CITY)),
        kept(before == null ? null : before.secondaryDamage(), ""),
        kept(before == null ? null : before.response(), texts(detail, StepKind.PERSONS_NOTIFIED)),
        kept(before == null ? null : before.publication(), ""),
        kept(before == null ? null : before.prevention(), texts(detail, StepKind.PREVENTION)),
        kept(before == null ? null : before.other(), measures(detail)));
  }

  /** What was reported before goes on, unless it was blank. */
  private static String kept(@Nullable String before, String known) {
    return before == null || before.isBlank() ? shortened(known) : before;
  }

  private static String overview(IncidentDetail detail) {
    return Texts.get(
        "incident.draft.overview",
        Texts.of("incident.kind", detail.row().kind()),
        IncidentTexts.moment(detail.foundAt()),
        detail.occurredAt() == null
            ? Texts.get("incident.unknown")
            : IncidentTexts.moment(detail.occurredAt()),
        detail.content().description(),
        detail.content().immediateAction());
  }

  private static String items(IncidentDetail detail) {
    long documents =
        detail.affected().stream().filter(one -> one.record().documentId() != null).count();
    return Texts.get("incident.draft.items", detail.affected().size() - documents, documents);
  }

  private static String persons(@Nullable Breach breach) {
    return breach == null ? "" : Texts.get("incident.persons", breach.persons());
  }

  private static String texts(IncidentDetail detail, StepKind kind) {
    return lines(
        detail.steps().stream()
            .filter(step -> step.kind() == kind)
            .map(IncidentStep::text)
            .toList());
  }

  private static String measures(IncidentDetail detail) {
    return lines(
        detail.steps().stream()
            .filter(step -> step.kind() == StepKind.MEASURE)
            .map(step ->
                Texts.get(
                    "incident.draft.measure",
                    IncidentTexts.moment(step.at()),
                    Texts.get("incident.measure." + step.code()),
                    step.text()))
            .toList());
  }

  private static String lines(List<String> parts) {
    return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("\n"));
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST));
  }
}
