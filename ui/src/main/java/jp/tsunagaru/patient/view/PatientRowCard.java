package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jp.tsunagaru.document.view.NewsTexts;
import jp.tsunagaru.japanese.Age;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.PatientRow;
import jp.tsunagaru.patient.query.SharingState;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.ProfessionBadge;
import jp.tsunagaru.shell.view.Texts;

/** One patient in the list: one line on a wide screen, two on a telephone. */
final class PatientRowCard extends Div {
  private static final int MOST_COUNTED = 100;

  /**
   * @param waiting patients whose request for support waits for the reader
   */
  PatientRowCard(
      PatientRow row,
      Set<PatientId> waiting,
      Clock clock,
      boolean post,
      Consumer<PatientRow> resume) {
    boolean stopped = row.sharing() == SharingState.STOPPED;
    Div name = new Div(span("row-name-text", row.name()), span("row-kana", row.kana()));
    name.addClassName("row-name");
    List<com.vaadin.flow.component.Component> cells = new ArrayList<>();
    cells.add(unread(row));
    cells.add(name);
    cells.add(
        span(
            "row-age",
            Texts.get(
                "patient.ageAndGender",
                age(row.birthDate(), LocalDate.now(clock)),
                Names.of(row.gender()))));
    cells.add(careLevel(row));
    cells.add(span("row-phone", row.phone()));
    cells.add(latest(row, clock));
    cells.add(news(row));
    cells.add(
        span(
            "row-physician",
            row.physician().isEmpty() ? "" : Texts.get("patient.row.physician", row.physician())));
    cells.add(span("row-team", Texts.get("patient.row.team", row.teamSize())));
    cells.add(state(row, waiting.contains(row.patientId())));

    addClassName("patient-row");
    if (stopped) {
      Div frozen = new Div();
      frozen.addClassName("patient-line");
      cells.forEach(frozen::add);
      Button again = new Button(Texts.get("patient.resume"), click -> resume.accept(row));
      again.setAriaLabel(Texts.get("patient.resumeNamed", row.name()));
      add(frozen, again);
    } else {
      String address =
          PatientNavigation.address(row.mergedInto() == null ? row.patientId() : row.mergedInto());
      Anchor link = new Anchor(post ? address + "?" + PatientNavigation.POST : address);
      link.addClassName("patient-line");
      cells.forEach(link::add);
      add(link);
    }
  }

  static String age(LocalDate birthDate, LocalDate today) {
    if (today.isBefore(birthDate)) {
      return "";
    }
    Age age = Age.of(birthDate, today);
    return age.showsMonths()
        ? Texts.get("patient.age.months", age.years(), age.months())
        : Texts.get("patient.age", age.years());
  }

  private static Div unread(PatientRow row) {
    Div cell = new Div();
    cell.addClassName("row-unread");
    if (row.unread() > 0) {
      Span dot = new Span();
      dot.addClassName("unread-dot");
      Span count =
          new Span(
              row.unread() >= MOST_COUNTED
                  ? Texts.get("patient.row.manyUnread")
                  : Integer.toString(row.unread()));
      cell.add(dot, count);
      cell.getElement().setAttribute("role", "img");
      cell.getElement().setAttribute("aria-label", Texts.get("patient.row.unread", row.unread()));
      cell.getElement().setAttribute("title", Texts.get("patient.row.unread", row.unread()));
    }
    return cell;
  }

  private static Div careLevel(PatientRow row) {
    CareLevel level = row.careLevel();
    Div cell = new Div();
    cell.addClassName("row-care");
    if (level != null) {
      cell.add(new Span(Names.of(level)));
    }
    if (row.careLevelExpired()) {
      cell.add(chip("patient.row.expired", "state-wait"));
    }
    return cell;
  }

  private static String latestWords(PatientRow row) {
    if (row.latestAt() == null) {
      return row.sharing() == SharingState.STOPPED
          ? row.latestLine()
          : Texts.get("patient.row.noPosts");
    }
    return row.latestLine().isEmpty() ? Texts.get("patient.row.noWords") : row.latestLine();
  }

  private static Div latest(PatientRow row, Clock clock) {
    Div cell = new Div();
    cell.addClassName("row-latest");
    Profession profession = row.latestProfession();
    if (profession != null) {
      cell.add(new ProfessionBadge(profession));
    }
    cell.add(span("row-latest-text", latestWords(row)));
    if (row.latestAt() != null) {
      cell.add(span("row-ago", DateTexts.ago(row.latestAt(), clock.instant())));
    }
    return cell;
  }

  private static Span news(PatientRow row) {
    String line = NewsTexts.line(row.news());
    return span("row-news", line.isEmpty() ? "" : Texts.get("patient.row.news", line));
  }

  private static Div state(PatientRow row, boolean waits) {
    Div cell = new Div();
    cell.addClassName("row-state");
    switch (row.sharing()) {
      case PROVISIONAL -> cell.add(chip("patient.provisional", "state-wait"));
      case STOPPED -> cell.add(chip("patient.stopped", "state-bad"));
      case ENDED -> cell.add(chip("patient.ended", "state-wait"));
      case SHARED, WITHDRAWN -> {}
    }
    if (waits) {
      cell.add(chip("patient.row.support", "state-wait"));
    }
    if (row.mergedInto() != null) {
      cell.add(chip("patient.merged", "state-wait"));
    }
    return cell;
  }

  static Span chip(String key, String state) {
    Span chip = new Span(Texts.get(key));
    chip.addClassNames("state-chip", state);
    return chip;
  }

  private static Span span(String className, String text) {
    Span span = new Span(text);
    span.addClassName(className);
    return span;
  }
}
