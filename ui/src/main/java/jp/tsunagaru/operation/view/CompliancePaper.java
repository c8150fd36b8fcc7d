package jp.tsunagaru.operation.view;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.operation.query.Compliance;
import jp.tsunagaru.operation.query.Control;
import jp.tsunagaru.operation.query.Light;
import jp.tsunagaru.printing.Flow;
import jp.tsunagaru.printing.Imprint;
import jp.tsunagaru.printing.Printed;
import jp.tsunagaru.printing.Printout;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;

/** The monthly report for the city and the council: figures and signed heads, nobody's data. */
final class CompliancePaper {
  private static final List<Double> WIDTHS = List.of(14.0, 58.0, 22.0, 84.0);
  private static final List<Double> UNKNOWN_WIDTHS = List.of(14.0, 78.0, 86.0);

  /** Millimetres that a signed head needs, so that it is typed or scanned from one page. */
  private static final double WHOLE_HEAD = 16;

  /** Two empty lines to write on. */
  private static final String ROOM = "\u3000\n\u3000";

  private CompliancePaper() {}

  static String title() {
    return Texts.get("operation.report");
  }

  static Printed of(Compliance compliance, YearMonth month, Imprint imprint) {
    return Printout.of(
        imprint,
        printout -> {
          Flow flow =
              new Flow(printout, title())
                  .title(title())
                  .text(
                      Texts.get(
                          "operation.report.of",
                          DateTexts.era(month.atDay(1)),
                          DateTexts.era(month.atEndOfMonth())))
                  .text(Texts.get("operation.report.at", DateTexts.moment(compliance.at())))
                  .text(counts(compliance))
                  .gap(1)
                  .small(Texts.get("operation.explained"))
                  .gap(3)
                  .heading(Texts.get("operation.report.measured"))
                  .table(WIDTHS, head(), measured(compliance))
                  .gap(4)
                  .heading(Texts.get("operation.unknown"))
                  .small(Texts.get("operation.unknown.explained"))
                  .gap(1)
                  .table(UNKNOWN_WIDTHS, unknownHead(), unknown(compliance))
                  .gap(4)
                  .heading(Texts.get("operation.report.heads"))
                  .small(Texts.get("operation.report.heads.explained"));
          compliance.heads().forEach(head -> flow.keep(WHOLE_HEAD).small(head).gap(2));
        });
  }

  private static List<String> head() {
    return List.of(
        Texts.get("operation.id"),
        Texts.get("operation.name"),
        Texts.get("operation.light"),
        Texts.get("operation.finding"));
  }

  private static String counts(Compliance compliance) {
    return Arrays.stream(Light.values())
        .map(light ->
            Texts.get(
                "operation.count",
                Texts.of("operation.light", light),
                controls(compliance, light::equals).count()))
        .collect(Collectors.joining(Texts.get("list.separator")));
  }

  private static List<List<String>> measured(Compliance compliance) {
    return controls(compliance, light -> light != Light.UNKNOWN)
        .map(control ->
            List.of(
                control.id(),
                ComplianceTexts.name(control),
                ComplianceTexts.light(control),
                ComplianceTexts.finding(control)))
        .toList();
  }

  /** Somebody looks and writes down by hand what no software knows. */
  private static List<String> unknownHead() {
    return List.of(
        Texts.get("operation.id"),
        Texts.get("operation.name"),
        Texts.get("operation.report.checked"));
  }

  private static List<List<String>> unknown(Compliance compliance) {
    return controls(compliance, Light.UNKNOWN::equals)
        .map(control -> List.of(control.id(), ComplianceTexts.name(control), ROOM))
        .toList();
  }

  private static Stream<Control> controls(Compliance compliance, Predicate<Light> wanted) {
    return compliance.controls().stream().filter(control -> wanted.test(control.light()));
  }
}
