package jp.tsunagaru.operation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.operation.query.ControlEvidence;
import jp.tsunagaru.operation.query.ControlEvidence.Column;
import jp.tsunagaru.operation.query.ControlEvidence.Kind;
import jp.tsunagaru.operation.query.ControlEvidence.Person;
import jp.tsunagaru.operation.query.ControlEvidence.Row;
import jp.tsunagaru.operation.query.ControlEvidence.Table;
import jp.tsunagaru.operation.query.Light;
import jp.tsunagaru.shell.view.AnswerTable;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;

/** The records behind a control: ids and codes, for an auditor with the way to what was done. */
final class EvidenceTables {
  private static final String NOTHING = "operation.nothing";

  /** Words that codes have elsewhere, by column. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("measure", "incident.measure"),
          Map.entry("factors", "audit.factor"),
          Map.entry("purpose", "print.purpose"),
          Map.entry("auditPurpose", "audit.purpose"),
          Map.entry("format", "patient.format"),
          Map.entry("verdict", "breakGlass.verdict"),
          Map.entry("form", "form.kind"),
          Map.entry("ground", "retention.certificate.ground"),
          Map.entry("attestation", "attestation.state"),
          Map.entry("review", "logReview.state"),
          Map.entry("log", "auditQuestion.log"),
          Map.entry("alarm", "audit.proof.alarm"),
          Map.entry("incident", "incident.kind"),
          Map.entry("consent", "consent.kind"),
          Map.entry("request", "retention.request.state"));

  private final ControlEvidence evidence;
  private final YearMonth month;
  private final boolean auditor = SignedInUser.require().has(Role.CITY_AUDITOR);

  EvidenceTables(ControlEvidence evidence, YearMonth month) {
    this.evidence = evidence;
    this.month = month;
  }

  Stream<Component> all() {
    return evidence.tables().stream().map(this::table);
  }

  private Component table(Table table) {
    Div part = new Div(new H2(Texts.get("operation.table." + table.name())));
    part.addClassName("review-looking");
    if (table.withheld()) {
      part.add(new Paragraph(Texts.get("operation.withheld", table.total(), table.bad())));
      return part;
    }
    if (table.rows().isEmpty() || table.bad() > 0 || !breakdown(table)) {
      part.add(new Paragraph(count(table)));
    }
    if (!table.rows().isEmpty()) {
      part.add(rows(table));
    }
    return part;
  }

  /** Its rows are not records but numbers of them. */
  private static boolean breakdown(Table table) {
    return table.columns().stream().anyMatch(column -> column.name().equals("many"));
  }

  private static String count(Table table) {
    if (table.total() == 0) {
      return Texts.get("operation.rows.none");
    }
    String all =
        table.rows().size() < table.total()
            ? Texts.get("operation.rows.some", table.total(), table.rows().size())
            : Texts.get("operation.rows.all", table.total());
    return table.bad() == 0 ? all : all + Texts.get("operation.rows.bad", table.bad());
  }

  private AnswerTable rows(Table table) {
    boolean marked = table.bad() > 0;
    List<String> heads = new ArrayList<>();
    if (marked) {
      heads.add("operation.light");
    }
    table.columns().forEach(column -> heads.add("operation.column." + column.name()));
    AnswerTable shown = new AnswerTable(heads.toArray(String[]::new));
    if (marked) {
      shown.addClassName("evidence-marked");
      shown.getStyle().set("--others", Integer.toString(table.columns().size()));
    }
    for (Row row : table.rows()) {
      List<Component> cells = new ArrayList<>();
      if (marked) {
        cells.add(mark(row));
      }
      YearMonth about = month(table, row);
      for (int i = 0; i < table.columns().size(); i++) {
        cells.add(cell(table.columns().get(i), row.values().get(i), about));
      }
      shown.row(cells.toArray(Component[]::new));
    }
    return shown;
  }

  /** Of the moment that the row is about; of the board where it says none, or one to come. */
  private YearMonth month(Table table, Row row) {
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).kind() == Kind.MOMENT && !row.values().get(i).isEmpty()) {
        YearMonth about = YearMonth.from(DateTexts.day(Instant.parse(row.values().get(i))));
        return about.isAfter(month) ? month : about;
      }
    }
    return month;
  }

  private Component mark(Row row) {
    if (!row.bad()) {
      return new Span(Texts.get("operation.row.good"));
    }
    Light light = evidence.control().light() == Light.RED ? Light.RED : Light.AMBER;
    return ComplianceTexts.chip(light, Texts.get("operation.row.bad"));
  }

  private Component cell(Column column, String value, YearMonth about) {
    if (value.isEmpty()) {
      return new Span(Texts.get(NOTHING));
    }
    return switch (column.kind()) {
      case MOMENT -> new Span(DateTexts.exact(Instant.parse(value)));
      case DAY -> new Span(DateTexts.shortDate(LocalDate.parse(value)));
      case NUMBER -> new Span("%,d".formatted(Long.parseLong(value)));
      case TEXT -> new Span(value);
      case CODE -> new Span(words(column.name(), value));
      case ACTION ->
          new Span(
              Texts.find("audit.action." + value)
                  .or(() -> Texts.find("audit.deed." + value))
                  .orElse(value));
      case ACCOUNT -> account(value, about);
      case FACILITY -> new Span(evidence.facilities().getOrDefault(value, value));
      case PATIENT -> record("patient", value, about);
      case DOCUMENT -> record("document", value, about);
    };
  }

  private static String words(String column, String code) {
    return Texts.find("operation.code." + column + "-" + code)
        .or(() ->
            Optional.ofNullable(WORDS.get(column)).flatMap(root -> Texts.find(root + "." + code)))
        .orElse(code);
  }

  private Component account(String id, YearMonth about) {
    Person person = evidence.people().get(id);
    if (person == null) {
      return new Span(words("who", id));
    }
    Div lines =
        AnswerTable.lines(
            Names.profession(person.profession()),
            evidence.facilities().getOrDefault(person.facilityId(), ""));
    lines.add(record("user", id, about));
    return lines;
  }

  /** What was done by whom or with what: the auditor's way on, for others the id alone. */
  private Component record(String parameter, String id, YearMonth about) {
    if (!auditor) {
      Span text = new Span(id);
      text.addClassNames("muted", "small");
      return text;
    }
    Anchor link =
        new Anchor(
            "/audit?%s=%s&from=%s&to=%s"
                .formatted(parameter, id, about.atDay(1), about.atEndOfMonth()),
            id);
    link.addClassName("small");
    return link;
  }
}
