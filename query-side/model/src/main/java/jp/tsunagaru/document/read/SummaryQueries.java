package jp.tsunagaru.document.read;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.careteam.query.GetTeam;
import jp.tsunagaru.careteam.read.CareTeamQueries;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.document.query.PrintSummary;
import jp.tsunagaru.document.query.PrintTimeline;
import jp.tsunagaru.document.query.PrintedArticles;
import jp.tsunagaru.document.query.PrintedSummary;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.form.FormKind;
import jp.tsunagaru.form.query.FormRow;
import jp.tsunagaru.form.query.FormState;
import jp.tsunagaru.form.query.ListForms;
import jp.tsunagaru.form.read.FormQueries;
import jp.tsunagaru.patient.query.FindPatient;
import jp.tsunagaru.patient.read.PatientQueries;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** A patient on paper, gathered from what each feature shows the same actor (DC-09). */
@Component
class SummaryQueries {
  private final PatientQueries patients;
  private final CareTeamQueries teams;
  private final FormQueries forms;
  private final TimelineQueries timelines;
  private final TeamAccess access;

  SummaryQueries(
      PatientQueries patients,
      CareTeamQueries teams,
      FormQueries forms,
      TimelineQueries timelines,
      TeamAccess access) {
    this.patients = patients;
    this.teams = teams;
    this.forms = forms;
    this.timelines = timelines;
    this.access = access;
  }

  @QueryHandler
  PrintedSummary handle(PrintSummary query, MetaData metaData) {
    PrintedArticles articles =
        query.articles() == 0
            ? new PrintedArticles(List.of(), false)
            : timelines.newest(
                new PrintTimeline(query.patientId(), TimelineFilter.ALL, query.reason()),
                query.articles(),
                metaData);
    return new PrintedSummary(
        patients.handle(new FindPatient(query.patientId()), metaData),
        teams.handle(new GetTeam(query.patientId())),
        inForce(forms.handle(new ListForms(query.patientId()), metaData).forms(), access.today()),
        articles.entries(),
        articles.more());
  }

  /** Newest first, so that the first of a kind is the one that counts. */
  private static List<FormRow> inForce(List<FormRow> forms, LocalDate today) {
    Map<FormKind, FormRow> newest = new EnumMap<>(FormKind.class);
    forms.stream()
        .filter(form -> form.state() == FormState.APPROVED && !form.isOver(today))
        .forEach(form -> newest.putIfAbsent(form.kind(), form));
    return List.copyOf(newest.values());
  }
}
