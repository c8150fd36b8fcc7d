package jp.tsunagaru.document.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.query.AttachmentView;
import jp.tsunagaru.document.query.PrintedArticles;
import jp.tsunagaru.document.query.TimelineEntry;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.japanese.Age;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.printing.Flow;
import jp.tsunagaru.printing.Imprint;
import jp.tsunagaru.printing.Printed;
import jp.tsunagaru.printing.Printout;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.PartWords;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.support.query.SupportReference;
import jp.tsunagaru.support.query.SupportStep;
import jp.tsunagaru.support.query.SupportThread;
import jp.tsunagaru.support.view.SupportWords;

/** Articles on A4 as they stand in the notebook (DC-09). */
public final class ArticlesPaper {
  private ArticlesPaper() {}

  /** The title of the file names nobody: windows and lists of printers show it. */
  static String title() {
    return Texts.get("print.articles");
  }

  static Printed of(
      BasicInfo patient, TimelineFilter filter, PrintedArticles articles, Imprint imprint) {
    LocalDate today = DateTexts.day(imprint.at());
    return Printout.of(
        imprint,
        printout -> {
          Flow flow = new Flow(printout, Texts.get("print.articles.of", patient.fullName()));
          flow.title(title());
          flow.row(
              Texts.get("patient.name"),
              Texts.get("print.patient", patient.fullName(), patient.kana()));
          flow.row(
              Texts.get("patient.birthDate"),
              Texts.get(
                  "print.birth",
                  DateTexts.date(patient.birthDate()),
                  Age.display(patient.birthDate(), today),
                  Names.of(patient.gender())));
          flow.row(Texts.get("print.range"), range(filter, articles));
          flow.gap(3);
          articles.entries().forEach(entry -> write(flow, entry));
          if (articles.more()) {
            flow.text(Texts.get("print.articles.more", articles.entries().size()));
          }
        });
  }

  static String range(TimelineFilter filter, PrintedArticles articles) {
    List<String> parts = new ArrayList<>();
    LocalDate from = filter.from();
    LocalDate to = filter.to();
    if (from != null || to != null) {
      parts.add(
          Texts.get(
              "print.range.days",
              from == null ? "" : DateTexts.date(from),
              to == null ? "" : DateTexts.date(to)));
    }
    if (filter.author() != null) {
      parts.add(Texts.get("print.range.author"));
    }
    if (filter.group() != null) {
      parts.add(Texts.get("print.range.group"));
    }
    if (!filter.tag().isBlank()) {
      parts.add(Texts.get("document.tag", filter.tag()));
    }
    if (!filter.text().isBlank()) {
      parts.add(Texts.get("print.range.words", filter.text()));
    }
    parts.add(Texts.get("print.range.count", articles.entries().size()));
    return String.join(Texts.get("list.separator"), parts);
  }

  /** One entry, as on every paper. */
  public static void write(Flow flow, TimelineEntry entry) {
    flow.heading(
        Texts.get(
            "print.article.heading",
            DateTexts.date(entry.occurredOn()),
            DateTexts.weekday(entry.occurredOn())));
    flow.small(
        Texts.get(
            "print.article.author",
            entry.author().name(),
            Names.of(entry.profession()),
            entry.author().facility(),
            DateTexts.moment(entry.recordedAt())));
    SupportThread support = entry.support();
    if (support == null && entry.version() > 1) {
      flow.small(
          Texts.get("print.article.version", entry.version(), DateTexts.moment(entry.editedAt())));
    }
    if (entry.visibility().scope() != Visibility.Scope.TEAM) {
      flow.small(Texts.get("print.article.limited"));
    }
    if (support != null) {
      write(flow, support);
      return;
    }
    flow.gap(1).text(PartWords.of(entry.content()));
    if (!entry.tags().isEmpty()) {
      flow.small(
          entry.tags().stream()
              .sorted()
              .map(tag -> Texts.get("document.tag", tag))
              .collect(Collectors.joining(" ")));
    }
    if (!entry.attachments().isEmpty()) {
      flow.small(
          Texts.get(
              "print.article.files",
              entry.attachments().stream()
                  .map(AttachmentView::name)
                  .collect(Collectors.joining(Texts.get("list.separator")))));
    }
    flow.gap(4);
  }

  /** A request with everything that was said to it, and what the terms of use say (第17条, 第18条). */
  private static void write(Flow flow, SupportThread support) {
    flow.gap(1);
    flow.row(
        Texts.get("support.ask.short"),
        Texts.get(
            "print.support.kind",
            Texts.of("support.kind", support.kind()),
            SupportWords.state(support)));
    flow.row(Texts.get("support.addressee"), SupportWords.addressee(support));
    if (support.dueOn() != null) {
      flow.row(Texts.get("support.dueOn"), DateTexts.date(support.dueOn()));
    }
    if (!support.contract().isEmpty()) {
      flow.row(Texts.get("support.contract"), support.contract());
    }
    for (SupportReference reference : support.references()) {
      flow.row(Texts.get("support.references"), SupportWords.reference(reference));
    }
    flow.gap(1).text(support.asked().text());
    for (SupportStep step : support.steps()) {
      if (step.kind() != SupportStep.Kind.REQUESTED) {
        flow.gap(2)
            .small(
                Texts.get(
                    "print.support.step",
                    step.adoption() == null
                        ? Texts.of("support.step", step.kind())
                        : Texts.of("support.adoption", step.adoption()),
                    Texts.get(
                        "support.step.by",
                        step.author().name(),
                        Names.of(step.profession()),
                        step.author().facility(),
                        DateTexts.moment(step.at()))))
            .text(step.text());
      }
    }
    flow.gap(2).small(Texts.get("support.notice.answer")).gap(4);
  }
}
