package jp.tsunagaru.audit.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tsunagaru.access.write.Acting;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.ReviewQuestionId;
import jp.tsunagaru.audit.command.AnswerReviewQuestion;
import jp.tsunagaru.audit.command.BeginLogReview;
import jp.tsunagaru.audit.command.QuestionAccess;
import jp.tsunagaru.audit.command.QuestionFacility;
import jp.tsunagaru.audit.command.RecordReviewFinding;
import jp.tsunagaru.audit.command.SignLogReview;
import jp.tsunagaru.audit.command.WithdrawReviewQuestion;
import jp.tsunagaru.audit.event.AccessQuestioned;
import jp.tsunagaru.audit.event.FacilityQuestioned;
import jp.tsunagaru.audit.event.LogReviewBegun;
import jp.tsunagaru.audit.event.LogReviewSigned;
import jp.tsunagaru.audit.event.ReviewFindingRecorded;
import jp.tsunagaru.audit.event.ReviewQuestionAnswered;
import jp.tsunagaru.audit.event.ReviewQuestionWithdrawn;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The review of the accesses of one period, from its beginning to its signature (C-09). */
@Aggregate
class LogReview {
  private static final int MOST_QUESTIONS = 500;

  enum Stage {
    ASKED,
    ANSWERED,
    WITHDRAWN,
    NO_PROBLEM,
    IMPROVE,
    INCIDENT;

    boolean open() {
      return this == ASKED || this == ANSWERED;
    }
  }

  /**
   * @param accountId whose access it is about; null for the facility as a whole
   */
  private record Question(
      FacilityId facilityId, @Nullable AccountId accountId, @Nullable PatientId patientId) {}

  @AggregateIdentifier private LogReviewId reviewId;
  private final Map<ReviewQuestionId, Question> questions = new LinkedHashMap<>();
  private final Map<ReviewQuestionId, Stage> stages = new LinkedHashMap<>();
  private boolean begun;
  private boolean signed;

  LogReview() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void begin(BeginLogReview command, MetaData metaData, LogReviewLookup lookup, Clock clock) {
    if (begun) {
      return;
    }
    LogReviewId id = command.reviewId();
    if (today(clock).isBefore(id.period().from()) || lookup.overlaps(id)) {
      throw new Refused(RefusalCode.LOG_REVIEW_PERIOD);
    }
    apply(new LogReviewBegun(id, id.period().from(), id.period().to(), Acting.account(metaData)));
  }

  @CommandHandler
  void ask(QuestionAccess command, MetaData metaData, LogReviewLookup lookup) {
    if (asked(command.questionId())) {
      return;
    }
    LogReviewLookup.Access access =
        AccessOfThePeriod.check(command.eventId(), reviewId.period(), lookup);
    SomebodyToAnswer.check(access.facilityId(), lookup);
    apply(
        new AccessQuestioned(
            reviewId,
            command.questionId(),
            command.eventId(),
            access.at(),
            access.accountId(),
            access.patientId(),
            access.facilityId(),
            sealed(access.patientId(), command.question(), lookup),
            Acting.account(metaData)));
  }

  @CommandHandler
  void ask(QuestionFacility command, MetaData metaData, LogReviewLookup lookup) {
    if (asked(command.questionId())) {
      return;
    }
    SomebodyToAnswer.check(command.facilityId(), lookup);
    apply(
        new FacilityQuestioned(
            reviewId,
            command.questionId(),
            command.facilityId(),
            sealed(null, command.question(), lookup),
            Acting.account(metaData)));
  }

  @CommandHandler
  void answer(AnswerReviewQuestion command, MetaData metaData, LogReviewLookup lookup) {
    Question question = question(command.questionId());
    if (!question.facilityId().equals(Acting.facility(metaData))) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    stands(command.questionId(), Stage.ASKED);
    apply(
        new ReviewQuestionAnswered(
            reviewId,
            command.questionId(),
            Acting.account(metaData),
            sealed(question.patientId(), command.answer(), lookup)));
  }

  @CommandHandler
  void withdraw(WithdrawReviewQuestion command, MetaData metaData, LogReviewLookup lookup) {
    Question question = question(command.questionId());
    AccountId reviewer = Acting.account(metaData);
    JudgedByAnother.check(question.accountId(), reviewer);
    stands(command.questionId(), Stage.ASKED);
    apply(
        new ReviewQuestionWithdrawn(
            reviewId,
            command.questionId(),
            reviewer,
            sealed(question.patientId(), command.reason(), lookup)));
  }

  @CommandHandler
  void conclude(RecordReviewFinding command, MetaData metaData, LogReviewLookup lookup) {
    Question question = question(command.questionId());
    AccountId reviewer = Acting.account(metaData);
    JudgedByAnother.check(question.accountId(), reviewer);
    stands(command.questionId(), Stage.ANSWERED);
    IncidentId incident = command.incidentId();
    if (incident != null && !lookup.exists(incident)) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    apply(
        new ReviewFindingRecorded(
            reviewId,
            command.questionId(),
            reviewer,
            command.finding(),
            incident,
            sealed(question.patientId(), command.note(), lookup)));
  }

  @CommandHandler
  void sign(SignLogReview command, MetaData metaData, Clock clock) {
    open();
    if (!today(clock).isAfter(reviewId.period().to())) {
      throw new Refused(RefusalCode.LOG_REVIEW_PERIOD);
    }
    EveryQuestionSettled.check(stages.values());
    apply(
        new LogReviewSigned(
            reviewId,
            Acting.account(metaData),
            stages.size() - count(Stage.WITHDRAWN),
            count(Stage.IMPROVE),
            count(Stage.INCIDENT),
            Personal.of(Subject.of(reviewId), command.conclusion())));
  }

  private void open() {
    if (!begun || signed) {
      throw new Refused(RefusalCode.LOG_REVIEW_STATE);
    }
  }

  /** Sent again after a lost answer a question counts once. */
  private boolean asked(ReviewQuestionId id) {
    open();
    boolean known = questions.containsKey(id);
    if (!known && questions.size() >= MOST_QUESTIONS) {
      throw new Refused(RefusalCode.LOG_REVIEW_STATE);
    }
    return known;
  }

  private Question question(ReviewQuestionId id) {
    Question known = questions.get(id);
    if (known == null) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    return known;
  }

  private void stands(ReviewQuestionId id, Stage wanted) {
    if (signed || stages.get(id) != wanted) {
      throw new Refused(RefusalCode.LOG_REVIEW_STATE);
    }
  }

  /** What is said about a patient goes with the patient. */
  private Personal<String> sealed(
      @Nullable PatientId patientId, String text, LogReviewLookup lookup) {
    return Personal.of(
        patientId != null && lookup.kept(patientId) ? Subject.of(patientId) : Subject.of(reviewId),
        text);
  }

  private int count(Stage wanted) {
    return (int) stages.values().stream().filter(wanted::equals).count();
  }

  private static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), AccessOfThePeriod.JAPAN);
  }

  @EventSourcingHandler
  void on(LogReviewBegun event) {
    reviewId = event.reviewId();
    begun = true;
  }

  @EventSourcingHandler
  void on(AccessQuestioned event) {
    questions.put(
        event.questionId(), new Question(event.facilityId(), event.accountId(), event.patientId()));
    stages.put(event.questionId(), Stage.ASKED);
  }

  @EventSourcingHandler
  void on(FacilityQuestioned event) {
    questions.put(event.questionId(), new Question(event.facilityId(), null, null));
    stages.put(event.questionId(), Stage.ASKED);
  }

  @EventSourcingHandler
  void on(ReviewQuestionAnswered event) {
    stages.put(event.questionId(), Stage.ANSWERED);
  }

  @EventSourcingHandler
  void on(ReviewQuestionWithdrawn event) {
    stages.put(event.questionId(), Stage.WITHDRAWN);
  }

  @EventSourcingHandler
  void on(ReviewFindingRecorded event) {
    stages.put(
        event.questionId(),
        switch (event.finding()) {
          case NO_PROBLEM -> Stage.NO_PROBLEM;
          case IMPROVE -> Stage.IMPROVE;
          case INCIDENT -> Stage.INCIDENT;
        });
  }

  @EventSourcingHandler
  void on(LogReviewSigned event) {
    signed = true;
  }
}
