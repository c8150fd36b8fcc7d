package jp.tsunagaru.access.read;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagaru.access.AccessExplanations;
import jp.tsunagaru.access.AccessReasons;
import jp.tsunagaru.access.AccessReasons.Outcome;
import jp.tsunagaru.access.AccessReasons.Step;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Rule;
import jp.tsunagaru.access.query.ExplainedAccess;
import jp.tsunagaru.access.query.GetAccessReasons;
import jp.tsunagaru.access.query.ReplayAccessReasons;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 「なぜ見えるの?」: the decision's own reasons, with the day of the consent and the group's name. */
@Component
class ReasonQueries {
  private final AccessExplanations explanations;
  private final JdbcClient jdbc;

  ReasonQueries(AccessExplanations explanations, JdbcClient jdbc) {
    this.explanations = explanations;
    this.jdbc = jdbc;
  }

  @QueryHandler
  ExplainedAccess handle(GetAccessReasons query) {
    return told(
        query.patientId(),
        explanations
            .explain(
                query.accountId(),
                query.patientId(),
                Right.VIEW,
                query.documentConcerned(),
                Optional.ofNullable(query.at()))
            .toColleague());
  }

  @QueryHandler
  ExplainedAccess handle(ReplayAccessReasons query) {
    return told(
        query.patientId(),
        explanations.explain(
            query.accountId(),
            query.patientId(),
            Right.VIEW,
            Optional.ofNullable(query.documentId()),
            Optional.of(query.at())));
  }

  private ExplainedAccess told(PatientId patientId, AccessReasons reasons) {
    boolean consented =
        !reasons.registrar() && reasons.steps().contains(new Step(Rule.CONSENT, Outcome.HOLDS));
    AccessReasons.Membership membership = reasons.membership();
    return new ExplainedAccess(
        reasons,
        consented ? consentedOn(patientId) : null,
        membership == null || membership.groupId() == null
            ? ""
            : group(membership.groupId().value()));
  }

  private @Nullable LocalDate consentedOn(PatientId patientId) {
    return jdbc.sql("select consented_on from view.sharing where patient_id = ?")
        .param(patientId.value())
        .query(LocalDate.class)
        .optional()
        .orElse(null);
  }

  private String group(String groupId) {
    return jdbc.sql("select name from view.care_group where group_id = ?")
        .param(groupId)
        .query(String.class)
        .optional()
        .orElse("");
  }
}
