package jp.tsunagaru.audit.view;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagaru.audit.query.OwnAccess;
import jp.tsunagaru.audit.query.OwnAccess.Deed;
import jp.tsunagaru.audit.query.OwnAccess.Visit;
import jp.tsunagaru.printing.Flow;
import jp.tsunagaru.printing.Imprint;
import jp.tsunagaru.printing.Printed;
import jp.tsunagaru.printing.Printout;
import jp.tsunagaru.shell.view.CityProperties;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Texts;

/**
 * あなたの記録を見た人の一覧 (M6), in words for somebody who never saw this software: who, when and what, what
 * the words mean, and what the list cannot know.
 */
final class OwnAccessPaper {
  private static final List<Double> WIDTHS = List.of(34.0, 24.0, 48.0, 33.0, 39.0);

  private OwnAccessPaper() {}

  static Printed of(
      String name,
      OwnAccess access,
      LocalDate from,
      LocalDate to,
      CityProperties city,
      Imprint imprint) {
    return Printout.of(
        imprint,
        printout -> {
          Flow flow =
              new Flow(printout, Texts.get("audit.own"))
                  .title(Texts.get("audit.own"))
                  .text(Texts.get("audit.own.paper.of", name))
                  .text(
                      Texts.get("audit.own.paper.period", DateTexts.date(from), DateTexts.date(to)))
                  .gap(2)
                  .text(Texts.get("audit.own.paper.intro", city.serviceName(), city.networkName()))
                  .gap(1)
                  .text(sum(access))
                  .gap(3);
          if (!access.visits().isEmpty()) {
            flow.table(
                WIDTHS, head(access), access.visits().stream().map(OwnAccessPaper::row).toList());
            if (access.more()) {
              flow.text(Texts.get("audit.own.paper.more", OwnAccess.MOST));
            }
            if (!access.named()) {
              flow.text(Texts.get("audit.own.paper.unnamed")).gap(3);
            }
            flow.heading(Texts.get("audit.own.paper.words"));
            deeds(access)
                .forEach(deed -> flow.text(Texts.of("audit.own.paper.words", deed)).gap(0.8));
          }
          flow.gap(2)
              .heading(Texts.get("audit.own.paper.limits"))
              .text(Texts.get("audit.own.paper.limits.text"))
              .gap(3)
              .text(
                  Texts.get("audit.own.paper.contact", city.department(), city.departmentPhone()));
        });
  }

  private static String sum(OwnAccess access) {
    if (access.visits().isEmpty()) {
      return Texts.get("audit.own.paper.none");
    }
    return Texts.get(
        "audit.own.paper.sum",
        access.visits().stream().map(Visit::facility).distinct().count(),
        access.visits().stream()
            .map(visit ->
                List.of(visit.facility(), visit.profession(), visit.name(), visit.number()))
            .distinct()
            .count(),
        access.visits().size());
  }

  private static List<String> head(OwnAccess access) {
    return List.of(
        Texts.get("audit.own.paper.day"),
        Texts.get("audit.own.paper.time"),
        Texts.get("audit.own.paper.facility"),
        Texts.get(access.named() ? "audit.own.paper.who" : "audit.own.paper.who.unnamed"),
        Texts.get("audit.own.paper.deeds"));
  }

  private static List<String> row(Visit visit) {
    String first = DateTexts.time(visit.first());
    String last = DateTexts.time(visit.last());
    return List.of(
        Texts.get(
            "audit.own.paper.day.of",
            DateTexts.shortDate(visit.day()),
            DateTexts.weekday(visit.day())),
        first.equals(last) ? first : Texts.get("audit.own.paper.times", first, last),
        visit.facility().isEmpty() ? Texts.get("audit.own.paper.unknown") : visit.facility(),
        who(visit),
        visit.deeds().stream()
            .sorted()
            .map(deed -> Texts.of("audit.own.deed", deed))
            .collect(Collectors.joining(Texts.get("list.separator"))));
  }

  private static String who(Visit visit) {
    String profession =
        visit.profession().isEmpty()
            ? Texts.get("audit.own.paper.unknown")
            : Names.profession(visit.profession());
    if (!visit.name().isEmpty()) {
      return Texts.get("audit.own.paper.named", profession, visit.name());
    }
    return visit.number() == 0
        ? profession
        : Texts.get("audit.own.paper.numbered", profession, visit.number());
  }

  private static Set<Deed> deeds(OwnAccess access) {
    Set<Deed> deeds = EnumSet.noneOf(Deed.class);
    access.visits().forEach(visit -> deeds.addAll(visit.deeds()));
    return deeds;
  }
}
