package jp.tsunagaru.document.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jp.tsunagaru.attachment.view.Thumbnails;
import jp.tsunagaru.document.query.DocumentVersion;
import jp.tsunagaru.document.query.GetTimelineAsOf;
import jp.tsunagaru.document.query.Moment;
import jp.tsunagaru.document.query.PastArticle;
import jp.tsunagaru.document.query.TimelineAsOf;
import jp.tsunagaru.document.query.TimelinePosition;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.ProfessionBadge;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.support.query.SupportThread;
import jp.tsunagaru.support.view.SupportBox;
import org.jspecify.annotations.Nullable;

/** 連絡帳 at a moment, to read only: there is no way from here to write anything. */
public final class PastArticles extends Div {
  private final Gateways gateways;
  private final PatientId patientId;
  private final Moment moment;
  private final Consumer<Throwable> lost;
  private final Div list = new Div();
  private final Button more = new Button(Texts.get("document.more"));
  private @Nullable TimelinePosition next;
  private @Nullable LocalDate lastDay;
  private int question;

  public PastArticles(
      Gateways gateways, PatientId patientId, Moment moment, Consumer<Throwable> lost) {
    this.gateways = gateways;
    this.patientId = patientId;
    this.moment = moment;
    this.lost = lost;
    list.addClassName("entries");
    list.getElement().setAttribute("role", "feed");
    more.addClassName("more");
    more.addClickListener(click -> ask(next));
    addClassName("notebook");
    add(list);
    ask(null);
  }

  private void ask(@Nullable TimelinePosition before) {
    int number = ++question;
    gateways.ask(
        new GetTimelineAsOf(patientId, moment, before),
        TimelineAsOf.class,
        page -> {
          if (number == question) {
            show(page, before == null);
          }
        },
        lost);
  }

  private void show(TimelineAsOf page, boolean first) {
    List<Component> added = new ArrayList<>();
    if (first) {
      list.removeAll();
      lastDay = null;
    }
    for (PastArticle article : page.articles()) {
      if (!article.occurredOn().equals(lastDay)) {
        lastDay = article.occurredOn();
        H3 day =
            new H3(
                Texts.get(
                    "document.day",
                    DateTexts.date(article.occurredOn()),
                    DateTexts.weekday(article.occurredOn())));
        day.addClassName("day");
        added.add(day);
      }
      added.add(card(article));
    }
    if (first && added.isEmpty()) {
      Div empty = new Div(new Span(Texts.get("document.past.empty")));
      empty.addClassName("empty");
      added.add(empty);
    }
    list.add(added);
    next = page.next();
    if (next == null) {
      remove(more);
    } else {
      add(more);
    }
  }

  private Component card(PastArticle article) {
    Article card = new Article();
    card.addClassName("entry");
    DocumentVersion version = article.content();
    if (version == null) {
      card.addClassName("gone");
      Span mark =
          new Span(
              VaadinIcon.BAN.create(), new Span(Texts.of("document.past.state", article.state())));
      mark.addClassName("state-chip");
      Span when =
          new Span(Texts.get("document.past.recorded", DateTexts.moment(article.recordedAt())));
      when.addClassNames("small", "muted");
      Span explained = new Span(Texts.of("document.past.explained", article.state()));
      Div head = new Div(mark, when);
      head.addClassName("row");
      card.add(head, explained);
      return card;
    }
    card.addClassName(ProfessionBadge.className(version.profession().family()));
    SupportThread support = article.support();
    card.add(head(version));
    if (support == null) {
      card.add(PartsView.of(version.content()));
    } else {
      // It only tells: what could be done then cannot be done now.
      card.add(new SupportBox(patientId, support, LiveText::new, step -> {}));
    }
    if (!version.attachments().isEmpty()) {
      card.add(
          new Thumbnails(
              patientId,
              version.documentId(),
              version.attachments(),
              Texts.get(
                  "document.postedBy",
                  version.author().name(),
                  version.author().facility(),
                  DateTexts.moment(version.recordedAt()))));
    }
    card.add(foot(article, version));
    return card;
  }

  private static Component head(DocumentVersion version) {
    Span name = new Span(version.author().name());
    name.addClassName("entry-author");
    Span where =
        new Span(
            Texts.get(
                "document.entry.where",
                Names.of(version.profession()),
                version.author().facility()));
    where.addClassName("muted");
    Div who = new Div(name, where);
    who.addClassName("entry-who");
    Span when =
        new Span(Texts.get("document.past.recorded", DateTexts.moment(version.recordedAt())));
    when.addClassNames("small", "muted", "entry-when");
    Div head = new Div(new ProfessionBadge(version.profession()), who, when);
    head.addClassName("entry-head");
    return head;
  }

  private static Component foot(PastArticle article, DocumentVersion version) {
    Div foot = new Div();
    foot.addClassNames("entry-foot", "past-foot");
    version.tags().stream()
        .sorted()
        .forEach(tag -> {
          Span chip = new Span(Texts.get("document.tag", tag));
          chip.addClassName("state-chip");
          foot.add(chip);
        });
    String number = Texts.get("document.version", version.version());
    Span which =
        new Span(
            article.newestVersion() > version.version()
                ? Texts.get("document.past.newer", number, article.newestVersion())
                : number);
    which.addClassNames("small", "muted");
    foot.add(which);
    return foot;
  }
}
