package jp.tsunagaru.document.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.FindPatient;
import jp.tsunagaru.patient.query.PatientDetails;
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
                new PrintTimeline(
                    query.patientId(), TimelineFilter.ALL, query.reason(), query.alongside()),
                query.articles(),
                metaData);
    PatientDetails patient = details(query.patientId(), metaData);
    List<PrintedSummary.Other> others =
        patient.linked().stream()
            .filter(record -> query.alongside().contains(record.patientId()))
            .map(record ->
                new PrintedSummary.Other(record, details(record.patientId(), metaData).basicInfo()))
            .toList();
    List<FormRow> inForce = new ArrayList<>(inForce(query.patientId(), metaData));
    others.forEach(other -> inForce.addAll(inForce(other.record().patientId(), metaData)));
    return new PrintedSummary(
        patient,
        others,
        teams.handle(new GetTeam(query.patientId())),
        inForce,
        articles.entries(),
        articles.more());
  }

  private PatientDetails details(PatientId patientId, MetaData metaData) {
    return patients.handle(new FindPatient(patientId), metaData);
  }

  /** Newest first, so that the first of a kind is the one that counts. */
  private Collection<FormRow> inForce(PatientId patientId, MetaData metaData) {
    LocalDate today = access.today();
    Map<FormKind, FormRow> newest = new EnumMap<>(FormKind.class);
    forms.handle(new ListForms(patientId), metaData).forms().stream()
        .filter(form -> form.state() == FormState.APPROVED && !form.isOver(today))
        .forEach(form -> newest.putIfAbsent(form.kind(), form));
    return newest.values();
  }
}
