package jp.tsunagaru.access.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import jp.tsunagaru.access.LawfulOpeningId;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.command.ApproveLawfulOpening;
import jp.tsunagaru.access.command.CloseLawfulOpening;
import jp.tsunagaru.access.query.LawfulOpenings;
import jp.tsunagaru.access.query.ListLawfulOpenings;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Soon;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** The city's desk for withdrawn records that somebody has to display all the same (§8.3 Q3). */
@Route(value = "lawful-openings", layout = MainLayout.class)
@RolesAllowed({"CITY_OPERATOR", "CITY_AUDITOR"})
@StyleSheet("context://patient.css")
class LawfulOpeningsView extends Div implements HasDynamicTitle {
  private static final Duration SHOWN = Duration.ofDays(365);

  private final Gateways gateways;
  private final Clock clock;
  private final boolean operator = SignedInUser.require().has(Role.CITY_OPERATOR);
  private final Div list = new Div();

  LawfulOpeningsView(Gateways gateways, Clock clock) {
    this.gateways = gateways;
    this.clock = clock;
    Div head = new Div(new H1(getPageTitle()));
    head.addClassName("page-head");
    if (operator) {
      Button request =
          new Button(
              Texts.get("lawful.request"),
              VaadinIcon.PLUS.create(),
              click -> new LawfulRequestDialog(gateways, this::requested).open());
      request.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      head.add(request);
    }
    list.addClassName("cards");
    addClassName("page");
    add(
        head,
        new Paragraph(Texts.get("lawful.explained")),
        new Paragraph(Texts.get("lawful.twoPeople")),
        list);
    gateways.ask(query(), LawfulOpenings.class, this::show);
  }

  @Override
  public String getPageTitle() {
    return Texts.get("lawful.title");
  }

  private ListLawfulOpenings query() {
    Instant now = clock.instant();
    return new ListLawfulOpenings(now.minus(SHOWN), now.plusSeconds(60));
  }

  private void loadWhen(Predicate<List<LawfulOpenings.Row>> shown) {
    Soon.ask(
        gateways,
        query(),
        LawfulOpenings.class,
        found -> shown.test(found.openings()),
        this::show,
        Refusals::show);
  }

  private void requested(LawfulOpeningId id) {
    Refusals.done(Texts.get("lawful.requested"));
    loadWhen(rows -> rows.stream().anyMatch(row -> row.openingId().equals(id)));
  }

  private void show(LawfulOpenings found) {
    list.removeAll();
    found.openings().forEach(row -> list.add(card(row)));
    if (found.openings().isEmpty()) {
      Div empty = new Div(new Span(Texts.get("lawful.empty")));
      empty.addClassName("empty");
      list.add(empty);
    }
  }

  private Component card(LawfulOpenings.Row row) {
    Span chip = new Span(Texts.of("lawful.state", row.state()));
    chip.addClassNames(
        "state-chip",
        switch (row.state()) {
          case WAITING -> "state-wait";
          case OPEN -> "state-bad";
          case OVER, NOT_OPENED -> "state-plain";
        });
    H3 title =
        new H3(
            Texts.get(
                "lawful.whose",
                row.patient().isEmpty() ? Texts.get("breakGlass.erased") : row.patient()));
    DescriptionList facts = new DescriptionList();
    fact(facts, "lawful.person", Texts.get("breakGlass.who", row.person(), row.facility()));
    fact(facts, "lawful.groundOf", Texts.of("lawful.ground", row.ground()));
    fact(facts, "lawful.explanation", row.explanation());
    fact(
        facts,
        "lawful.requestedBy",
        Texts.get("breakGlass.reviewedBy", row.requestedBy(), DateTexts.moment(row.requestedAt())));
    Instant opened = row.openedAt();
    Instant end = row.end();
    if (opened == null || end == null) {
      fact(facts, "lawful.days", Texts.get("lawful.daysWanted", row.days()));
    } else {
      fact(
          facts,
          "lawful.approvedBy",
          Texts.get("breakGlass.reviewedBy", row.approvedBy(), DateTexts.moment(opened)));
      fact(facts, "lawful.end", DateTexts.moment(end));
    }
    facts.addClassName("facts");
    Div head = new Div(title, chip);
    head.addClassName("row");
    Div card = new Div(head, facts);
    card.addClassNames("card", "deleted-card");
    if (operator) {
      card.add(actions(row));
    }
    return card;
  }

  private Div actions(LawfulOpenings.Row row) {
    Div actions = new Div();
    actions.addClassName("row");
    if (row.state() == LawfulOpenings.State.WAITING) {
      if (row.mine()) {
        actions.add(new Span(Texts.get("lawful.mine")));
      } else {
        Button approve = new Button(Texts.get("lawful.approve"), click -> approve(row));
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        actions.add(approve);
      }
      actions.add(new Button(Texts.get("lawful.refuse"), click -> close(row, "lawful.refused")));
    } else if (row.state() == LawfulOpenings.State.OPEN) {
      Button close = new Button(Texts.get("lawful.close"), click -> close(row, "lawful.closed"));
      close.addThemeVariants(ButtonVariant.LUMO_ERROR);
      actions.add(close);
    }
    return actions;
  }

  private void approve(LawfulOpenings.Row row) {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.get("lawful.approve.question", row.person()));
    dialog.setText(Texts.get("lawful.approve.explained", row.days()));
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("action.cancel"));
    dialog.setConfirmText(Texts.get("lawful.approve"));
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(confirmed ->
        gateways.send(
            new ApproveLawfulOpening(row.openingId()),
            () -> {
              Refusals.done(Texts.get("lawful.approved"));
              loadWhen(rows -> is(rows, row, LawfulOpenings.State.OPEN));
            }));
    dialog.open();
  }

  private void close(LawfulOpenings.Row row, String done) {
    LawfulOpenings.State wanted =
        row.state() == LawfulOpenings.State.WAITING
            ? LawfulOpenings.State.NOT_OPENED
            : LawfulOpenings.State.OVER;
    gateways.send(
        new CloseLawfulOpening(row.openingId()),
        () -> {
          Refusals.done(Texts.get(done));
          loadWhen(rows -> is(rows, row, wanted));
        });
  }

  private static boolean is(
      List<LawfulOpenings.Row> rows, LawfulOpenings.Row one, LawfulOpenings.State state) {
    return rows.stream()
        .anyMatch(row -> row.openingId().equals(one.openingId()) && row.state() == state);
  }

  private static void fact(DescriptionList facts, String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      facts.add(new DescriptionList.Term(Texts.get(key)));
      facts.add(new DescriptionList.Description(value));
    }
  }
}
