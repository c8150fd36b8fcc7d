package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.audit.query.AccessCursor;
import jp.tsunagaru.audit.query.AccessMark;
import jp.tsunagaru.audit.query.AccessPage;
import jp.tsunagaru.audit.query.AccessStep;
import jp.tsunagaru.audit.query.ListAccess;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** The history as a table, newest first, a page at a time. */
class HistoryList extends Div {
  static final int PAGE = 50;
  private static final List<String> COLUMNS =
      List.of(
          "audit.when",
          "audit.actor",
          "audit.action",
          "audit.ground",
          "audit.result",
          "audit.connection");
  private static final int NAMED_DOCUMENTS = 3;

  private final transient Gateways gateways;
  private final transient Consumer<@Nullable AccessCursor> turn;
  private final transient Consumer<AccessStep> open;
  private int question;

  /**
   * @param turn to the page that begins behind a place, null for the newest
   * @param open shows a row in the replay
   */
  HistoryList(Gateways gateways, Consumer<@Nullable AccessCursor> turn, Consumer<AccessStep> open) {
    this.gateways = gateways;
    this.turn = turn;
    this.open = open;
    addClassName("access-list");
  }

  void load(AuditState state) {
    int number = ++question;
    gateways.ask(
        new ListAccess(state.filter(), state.before(), PAGE),
        AccessPage.class,
        page -> {
          if (number == question) {
            show(page, state.before() != null);
          }
        });
  }

  private void show(AccessPage page, boolean further) {
    removeAll();
    if (page.steps().isEmpty()) {
      Div empty = new Div(new Span(Texts.get("audit.empty")));
      empty.addClassName("empty");
      add(empty);
    } else {
      Div table = new Div();
      table.addClassName("access-table");
      table.getElement().setAttribute("role", "table");
      Div head = new Div();
      COLUMNS.forEach(column -> head.add(cell(column, "columnheader", Texts.get(column))));
      head.addClassNames("access-row", "access-head");
      head.getElement().setAttribute("role", "row");
      table.add(head);
      page.steps().forEach(step -> table.add(row(step)));
      add(table);
    }
    Div pages = new Div();
    pages.addClassName("row");
    if (further) {
      pages.add(new Button(Texts.get("audit.newest"), click -> turn.accept(null)));
    }
    if (page.more()) {
      AccessCursor last = page.steps().getLast().cursor();
      pages.add(new Button(Texts.get("audit.older"), click -> turn.accept(last)));
    }
    add(pages);
  }

  private Div row(AccessStep step) {
    Button look = new Button(DateTexts.exact(step.at()), click -> open.accept(step));
    look.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    look.setTooltipText(Texts.get("audit.open"));
    Div result = new Div(StepTexts.resultChip(step));
    step.marks().stream()
        .filter(mark -> mark != AccessMark.REFUSED)
        .forEach(mark -> result.add(StepTexts.mark(mark)));
    result.addClassName("row");
    Div row =
        new Div(
            cell(COLUMNS.get(0), "cell", look),
            cell(
                COLUMNS.get(1),
                "cell",
                lines(
                    StepTexts.actor(step),
                    joined(step.facility(), Names.profession(step.profession())),
                    Names.roleCodes(step.roles()))),
            cell(
                COLUMNS.get(2),
                "cell",
                lines(
                    StepTexts.action(step),
                    step.patientId().isEmpty()
                        ? ""
                        : Texts.get("audit.row.patient", StepTexts.patient(step)),
                    objects(step))),
            cell(COLUMNS.get(3), "cell", StepTexts.ground(step)),
            cell(COLUMNS.get(4), "cell", result),
            cell(
                COLUMNS.get(5),
                "cell",
                lines(
                    joined(step.address(), StepTexts.factors(step)),
                    step.session().isEmpty()
                        ? ""
                        : Texts.get("audit.row.session", step.session()))));
    row.addClassName("access-row");
    row.getElement().setAttribute("role", "row");
    return row;
  }

  private static String objects(AccessStep step) {
    int documents = step.documents().size();
    String shown =
        documents == 0
            ? ""
            : documents <= NAMED_DOCUMENTS
                ? StepTexts.documents(step).replace('\n', ' ')
                : Texts.get("audit.row.documents", documents);
    return joined(
        StepTexts.lookedAt(step),
        shown,
        step.attachmentId(),
        step.object(),
        step.results() < 0 ? "" : Texts.get("audit.row.results", step.results()),
        StepTexts.printing(step));
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }

  private static Component lines(String first, String... others) {
    Div lines = new Div(new Span(first));
    lines.addClassName("two-lines");
    for (String other : others) {
      if (!other.isEmpty()) {
        Span line = new Span(other);
        line.addClassNames("muted", "small");
        lines.add(line);
      }
    }
    return lines;
  }

  private static Div cell(String column, String role, String text) {
    return cell(column, role, new Span(text));
  }

  private static Div cell(String column, String role, Component content) {
    Div cell = new Div(content);
    cell.addClassName("access-cell");
    cell.getElement().setAttribute("role", role);
    cell.getElement().setAttribute("data-column", Texts.get(column));
    return cell;
  }
}
