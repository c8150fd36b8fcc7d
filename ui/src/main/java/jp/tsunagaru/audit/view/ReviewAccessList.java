package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.query.AccessCursor;
import jp.tsunagaru.audit.query.AccessMark;
import jp.tsunagaru.audit.query.AccessPage;
import jp.tsunagaru.audit.query.AccessStep;
import jp.tsunagaru.audit.query.AuditScope;
import jp.tsunagaru.audit.query.ListReviewAccesses;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** What to look at in a review: a sample drawn by chance, then what each mark finds. */
class ReviewAccessList extends Div {
  private static final int PAGE = 50;

  private final transient Gateways gateways;
  private final LogReviewId reviewId;
  private final transient Consumer<AccessStep> ask;
  private final transient Map<Tab, AccessMark> marks = new LinkedHashMap<>();
  private final Tabs tabs = new Tabs();
  private final Div rows = new Div();
  private final transient List<AccessStep> shown = new ArrayList<>();
  private transient Set<String> asked = Set.of();
  private boolean asking;
  private boolean more;
  private int question;

  /**
   * @param ask puts a question about an access
   */
  ReviewAccessList(Gateways gateways, LogReviewId reviewId, Consumer<AccessStep> ask) {
    this.gateways = gateways;
    this.reviewId = reviewId;
    this.ask = ask;
    tabs.add(new Tab(Texts.get("logReview.sample")));
    for (AccessMark mark : AccessMark.values()) {
      Tab tab = new Tab(Texts.of("audit.mark", mark));
      marks.put(tab, mark);
      tabs.add(tab);
    }
    tabs.addSelectedChangeListener(change -> load(null));
    rows.addClassName("review-rows");
    add(tabs, rows);
    load(null);
  }

  /**
   * @param asked numbers of the accesses that a question is about
   * @param asking whether questions can still be put
   */
  void questioned(Set<String> asked, boolean asking) {
    boolean changed = !asked.equals(this.asked) || asking != this.asking;
    this.asked = Set.copyOf(asked);
    this.asking = asking;
    if (changed) {
      show();
    }
  }

  private void load(@Nullable AccessCursor before) {
    int number = ++question;
    gateways.ask(
        new ListReviewAccesses(reviewId, marks.get(tabs.getSelectedTab()), before, PAGE),
        AccessPage.class,
        page -> {
          if (number == question) {
            if (before == null) {
              shown.clear();
            }
            shown.addAll(page.steps());
            more = page.more();
            show();
          }
        });
  }

  private void show() {
    rows.removeAll();
    AccessMark mark = marks.get(tabs.getSelectedTab());
    Paragraph explained =
        new Paragraph(
            mark == null
                ? Texts.get("logReview.sample.explained", shown.size())
                : Texts.of("logReview.mark", mark));
    explained.addClassNames("muted", "small");
    rows.add(explained);
    shown.forEach(step -> rows.add(row(step)));
    if (shown.isEmpty()) {
      Div empty = new Div(new Span(Texts.get("logReview.sample.empty")));
      empty.addClassName("empty");
      rows.add(empty);
    }
    if (more) {
      AccessCursor last = shown.getLast().cursor();
      rows.add(new Button(Texts.get("audit.older"), click -> load(last)));
    }
  }

  private Component row(AccessStep step) {
    Anchor when = new Anchor(replay(step), DateTexts.exact(step.at()));
    when.setTitle(Texts.get("audit.open"));
    Div marked = new Div(StepTexts.resultChip(step));
    step.marks().stream()
        .filter(mark -> mark != AccessMark.REFUSED)
        .forEach(mark -> marked.add(StepTexts.mark(mark)));
    marked.addClassNames("row", "review-marks");
    Div row =
        new Div(
            when,
            lines(
                StepTexts.actor(step),
                String.join(" ", step.facility(), Names.profession(step.profession()))),
            lines(
                StepTexts.action(step),
                step.patientId().isEmpty()
                    ? ""
                    : Texts.get("audit.row.patient", StepTexts.patient(step))),
            marked);
    if (asked.contains(step.eventId())) {
      row.add(LogReviewTexts.chip(Texts.get("logReview.questioned"), "state-wait"));
    } else if (asking && !step.facility().isEmpty()) {
      row.add(new Button(Texts.get("logReview.ask.do"), click -> ask.accept(step)));
    } else {
      row.add(new Span());
    }
    row.addClassName("review-row");
    return row;
  }

  private static String replay(AccessStep step) {
    AuditPeriod day = new AuditPeriod(DateTexts.day(step.at()), DateTexts.day(step.at()));
    AuditState usual = AuditState.usual(day.to()).with(day);
    AuditState narrowed =
        step.accountId().isEmpty()
            ? usual.wholeCity()
            : usual.with(AuditScope.ACCOUNT, step.accountId());
    return "/" + narrowed.at(step.eventId()).location().getPathWithQueryParameters();
  }

  private static Div lines(String first, String second) {
    Span other = new Span(second);
    other.addClassNames("muted", "small");
    Div lines = new Div(new Span(first), other);
    lines.addClassName("two-lines");
    return lines;
  }
}
