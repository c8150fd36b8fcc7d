package jp.tsunagaru.careteam.view;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.careteam.query.Team;
import jp.tsunagaru.careteam.query.TeamMember;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.printing.Flow;
import jp.tsunagaru.printing.Imprint;
import jp.tsunagaru.printing.Printed;
import jp.tsunagaru.printing.Printout;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Texts;

/** 支援チーム一覧: who takes part today, for the patient to keep (TM-08). */
public final class TeamPaper {
  private static final List<Double> WIDTHS = List.of(30.0, 40.0, 38.0, 70.0);

  private TeamPaper() {}

  static String title() {
    return Texts.get("print.team");
  }

  static Printed of(BasicInfo patient, Team team, Imprint imprint) {
    LocalDate today = DateTexts.day(imprint.at());
    return Printout.of(
        imprint,
        printout ->
            write(
                    new Flow(printout, title())
                        .title(title())
                        .text(Texts.get("print.team.of", patient.fullName()))
                        .text(Texts.get("print.team.on", DateTexts.date(today)))
                        .gap(3),
                    team,
                    today)
                .small(Texts.get("print.team.explained")));
  }

  /** The table of those who take part on a day, as on every paper. */
  public static Flow write(Flow flow, Team team, LocalDate today) {
    return flow.table(
        WIDTHS,
        List.of(
            Texts.get("print.team.part"),
            Texts.get("print.team.name"),
            Texts.get("print.team.profession"),
            Texts.get("print.team.facility")),
        team.members().stream()
            .filter(member -> takesPart(member, today))
            .map(TeamPaper::row)
            .toList());
  }

  /** A group stands there by its people. */
  private static boolean takesPart(TeamMember member, LocalDate today) {
    LocalDate from = member.terms().from();
    LocalDate to = member.terms().to();
    return member.ended() == null
        && member.accountId() != null
        && (from == null || !from.isAfter(today))
        && (to == null || !to.isBefore(today));
  }

  private static List<String> row(TeamMember member) {
    Profession profession = member.profession();
    return List.of(
        Names.of(member.terms().role()),
        member.name(),
        profession == null ? "" : Names.of(profession),
        member.facility());
  }
}
