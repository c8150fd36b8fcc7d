package jp.tsunagaru.form.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.tsunagaru.form.FormKind;
import jp.tsunagaru.form.query.FormRow;
import jp.tsunagaru.form.query.FormState;
import jp.tsunagaru.form.query.Forms;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** What waits for somebody first, then what is in force, then the rest. */
final class FormList extends Div {
  private final LocalDate today;
  private final Consumer<FormAddress> open;

  FormList(Forms forms, LocalDate today, Consumer<FormAddress> open) {
    this.today = today;
    this.open = open;
    addClassNames("tab-page", "form-list");
    if (forms.mayDraft()) {
      add(begin());
    }
    List<FormRow> all = forms.forms();
    part("form.list.waiting", all, row -> isOpen(row));
    part("form.list.inForce", all, row -> !isOpen(row) && isCurrent(row, today));
    part("form.list.former", all, row -> !isOpen(row) && !isCurrent(row, today));
    if (all.isEmpty()) {
      Paragraph none =
          new Paragraph(Texts.get(forms.mayDraft() ? "form.list.empty" : "form.list.none"));
      none.addClassName("empty");
      add(none);
    }
  }

  private static boolean isOpen(FormRow row) {
    return row.state() == FormState.DRAFT || row.state() == FormState.SUBMITTED;
  }

  private static boolean isCurrent(FormRow row, LocalDate today) {
    return row.state() == FormState.APPROVED && !row.isOver(today);
  }

  private Div begin() {
    Div actions = new Div();
    actions.addClassName("actions");
    for (FormKind kind : FormKind.values()) {
      Button button =
          new Button(
              Texts.of("form.begin", kind), click -> open.accept(FormAddress.begin(kind, false)));
      actions.add(button);
    }
    return actions;
  }

  private void part(String title, List<FormRow> all, Predicate<FormRow> belongs) {
    List<FormRow> rows = all.stream().filter(belongs).toList();
    if (!rows.isEmpty()) {
      Div cards = new Div();
      cards.addClassName("cards");
      rows.forEach(row -> cards.add(card(row)));
      add(new H3(Texts.get(title)), cards);
    }
  }

  private Div card(FormRow row) {
    Button show =
        new Button(
            Texts.of("form.kind", row.kind()),
            click -> open.accept(FormAddress.of(row.documentId())));
    show.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    show.addClassName("form-open");
    Span state = new Span(Texts.of("formState", row.state()));
    state.addClassNames(
        "state-chip", row.state() == FormState.SUBMITTED ? "state-wait" : "state-plain");
    Div head = new Div(show, state);
    head.addClassName("row");
    Div card = new Div(head);
    card.addClassName("card");
    validity(card, row);
    Span who =
        new Span(
            row.approvedBy().isEmpty()
                ? Texts.get("form.row.entered", row.enteredBy(), DateTexts.moment(row.changedAt()))
                : Texts.get(
                    "form.row.approved",
                    row.approvedBy(),
                    issued(row.issuedOn()),
                    row.enteredBy()));
    who.addClassName("muted");
    card.add(who);
    return card;
  }

  private static String issued(@Nullable LocalDate day) {
    return day == null ? "" : DateTexts.era(day);
  }

  private void validity(Div card, FormRow row) {
    LocalDate from = row.validFrom();
    LocalDate to = row.validTo();
    if (from == null || to == null) {
      return;
    }
    Span period = new Span(Texts.get("form.period.words", DateTexts.era(from), DateTexts.era(to)));
    Div line = new Div(period);
    line.addClassName("row");
    if (row.isInForce(today)) {
      long days = ChronoUnit.DAYS.between(today, to) + 1;
      Span left =
          new Span(Texts.get(row.endsSoon(today) ? "form.endsSoon" : "form.daysLeft", days));
      left.addClassName(row.endsSoon(today) ? "amber" : "muted");
      line.add(left);
      card.add(line, bar(from, to));
    } else {
      card.add(line);
    }
    if (row.daysUncovered() > 0) {
      Span gap = new Span(Texts.get("form.gap", row.daysUncovered()));
      gap.addClassName("amber");
      card.add(gap);
    }
  }

  /** How much of the period is over. */
  private Div bar(LocalDate from, LocalDate to) {
    double all = ChronoUnit.DAYS.between(from, to) + 1;
    double over = ChronoUnit.DAYS.between(from, today);
    Div done = new Div();
    done.getStyle().set("width", Math.round(over / all * 100) + "%");
    Div bar = new Div(done);
    bar.addClassName("form-bar");
    bar.getElement().setAttribute("aria-hidden", "true");
    return bar;
  }
}
