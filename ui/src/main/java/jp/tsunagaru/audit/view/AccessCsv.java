package jp.tsunagaru.audit.view;

import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagaru.audit.query.AccessMark;
import jp.tsunagaru.audit.query.AccessStep;
import jp.tsunagaru.audit.query.Ground;
import jp.tsunagaru.audit.query.TakenOutAccesses.Taken;
import jp.tsunagaru.shell.view.CsvTable;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Texts;

/**
 * The access history as a table. The first five columns are those of the guideline's checklist
 * (C-12), in its words and its order; what this history knows besides follows. Patients stand there
 * by their ids: a file that leaves the city's hands names nobody who is cared for.
 */
final class AccessCsv implements AccessLines {
  @Override
  public String head() {
    return CsvTable.BYTE_ORDER_MARK
        + CsvTable.line(List.of(Texts.get("audit.file.columns").split(",")));
  }

  @Override
  public String of(Taken taken) {
    AccessStep step = taken.step();
    return CsvTable.line(
        List.of(
            taken.loginId().isEmpty() ? step.accountId() : taken.loginId(),
            StepTexts.actor(step),
            DateTexts.exact(step.at()),
            Texts.of("audit.kind", step.kind()),
            StepTexts.action(step),
            StepTexts.result(step),
            step.facility(),
            Names.profession(step.profession()),
            Names.roleCodes(step.roles()),
            step.patientId(),
            StepTexts.documents(step).replace('\n', ' '),
            step.attachmentId(),
            step.results() < 0 ? "" : Integer.toString(step.results()),
            StepTexts.purpose(step),
            ground(step),
            step.marks().stream()
                .sorted()
                .map(AccessCsv::mark)
                .collect(Collectors.joining(Texts.get("list.separator"))),
            step.session(),
            taken.seconds() < 0 ? "" : Long.toString(taken.seconds()),
            step.address(),
            StepTexts.factors(step),
            step.accountId(),
            Long.toString(step.position()),
            step.eventId(),
            step.object()));
  }

  private static String mark(AccessMark mark) {
    return Texts.of("audit.mark", mark);
  }

  private static String ground(AccessStep step) {
    Ground ground = step.ground();
    return ground == null ? "" : StepTexts.ground(step);
  }
}
