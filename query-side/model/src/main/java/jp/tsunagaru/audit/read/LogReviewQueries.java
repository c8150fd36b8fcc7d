package jp.tsunagaru.audit.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagaru.access.AccessExplanations;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.ReviewQuestionId;
import jp.tsunagaru.audit.query.AccessFilter;
import jp.tsunagaru.audit.query.AccessMark;
import jp.tsunagaru.audit.query.AccessPage;
import jp.tsunagaru.audit.query.AccessStep;
import jp.tsunagaru.audit.query.FacilityQuestion;
import jp.tsunagaru.audit.query.FacilityQuestions;
import jp.tsunagaru.audit.query.FindLogReviewTasks;
import jp.tsunagaru.audit.query.GetLogReview;
import jp.tsunagaru.audit.query.ListLogReviews;
import jp.tsunagaru.audit.query.ListReviewAccesses;
import jp.tsunagaru.audit.query.ListReviewQuestions;
import jp.tsunagaru.audit.query.LogReviewDetail;
import jp.tsunagaru.audit.query.LogReviewList;
import jp.tsunagaru.audit.query.LogReviewRow;
import jp.tsunagaru.audit.query.LogReviewState;
import jp.tsunagaru.audit.query.LogReviewTasks;
import jp.tsunagaru.audit.query.ReviewQuestion;
import jp.tsunagaru.audit.query.ReviewStage;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reviews of the access history as the city, its auditor and a facility that is asked see them. */
@Component
class LogReviewQueries {
  private static final int MOST_ROWS = 200;

  private static final String REVIEWS =
      """
      select r.*, coalesce(b.name, '') as begun_name, coalesce(s.name, '') as signed_name
        from view.log_review r
        left join view.account b on b.account_id = r.begun_by
        left join view.account s on s.account_id = r.signed_by\
      """;

  private static final String STAGES =
      """
      select review_id, stage, count(*) as questions
        from view.log_review_question group by review_id, stage\
      """;

  private static final String QUESTIONS =
      """
      select q.*, coalesce(f.name, '') as facility, coalesce(a.name, '') as asked_name,
             coalesce(w.name, '') as answered_name, coalesce(s.name, '') as settled_name
        from view.log_review_question q
        left join view.facility f on f.facility_id = q.facility_id
        left join view.account a on a.account_id = q.asked_by
        left join view.account w on w.account_id = q.answered_by
        left join view.account s on s.account_id = q.settled_by
       where %s
       order by q.stage <> 'ASKED', q.stage <> 'ANSWERED', q.asked_at desc, q.question_id
       limit 500\
      """;

  /** The others would say that somebody is a patient, or how a patient is called (PT-12). */
  private static final Set<AccessMark> TELL_NOTHING_OF_PATIENTS =
      EnumSet.of(
          AccessMark.REFUSED, AccessMark.BREAK_GLASS, AccessMark.MANY, AccessMark.AFTER_HOURS);

  private final JdbcClient jdbc;
  private final Sealer sealer;
  private final ReviewPeriods periods;
  private final AccessLog log;
  private final Steps steps;
  private final AccessExplanations explanations;
  private final int sample;

  LogReviewQueries(
      JdbcClient jdbc,
      Sealer sealer,
      ReviewPeriods periods,
      AccessLog log,
      Steps steps,
      AccessExplanations explanations,
      @Value("${tsunagaru.log-review.sample:20}") int sample) {
    this.jdbc = jdbc;
    this.sealer = sealer;
    this.periods = periods;
    this.log = log;
    this.steps = steps;
    this.explanations = explanations;
    this.sample = sample;
  }

  @QueryHandler
  LogReviewList handle(ListLogReviews query) {
    Map<String, Review> reviews = reviews();
    Map<String, Map<ReviewStage, Integer>> stages = stages();
    return new LogReviewList(
        periods.all().reversed().stream().map(period -> row(period, reviews, stages)).toList());
  }

  @QueryHandler
  LogReviewDetail handle(GetLogReview query) {
    LogReviewId id = query.reviewId();
    ReviewPeriods.Period period = period(id);
    Map<String, Review> reviews = reviews();
    Review review = reviews.get(id.value());
    List<Question> asked = questions("q.review_id = :value", id.value());
    Map<String, AccessStep> accesses = accesses(asked);
    return new LogReviewDetail(
        row(period, reviews, stages()),
        review == null ? "" : text(id.value(), review.conclusion()),
        asked.stream().map(question -> told(question, accesses)).toList());
  }

  @QueryHandler
  AccessPage handle(ListReviewAccesses query) {
    period(query.reviewId());
    AccessMark mark = query.mark();
    if (mark == null) {
      return new AccessPage(
          steps.told(log.sample(query.from(), query.to(), query.scopeId(), sample)), false);
    }
    int limit = Math.clamp(query.limit(), 1, MOST_ROWS);
    List<AccessLog.Row> rows =
        log.seenBefore(
            AccessFilter.during(query.from(), query.to()).marked(mark), query.before(), limit + 1);
    return new AccessPage(
        steps.told(rows.subList(0, Math.min(limit, rows.size()))), rows.size() > limit);
  }

  @QueryHandler
  FacilityQuestions handle(ListReviewQuestions query, MetaData metaData) {
    Origin origin = Viewer.origin(metaData);
    List<Question> asked =
        questions("q.stage <> 'WITHDRAWN' and q.facility_id = :value", origin.facilityId()).stream()
            .limit(MOST_ROWS)
            .toList();
    Map<String, AccessStep> accesses = accesses(asked);
    AccountId reader = new AccountId(origin.accountId());
    return new FacilityQuestions(
        asked.stream().map(question -> forFacility(question, accesses, reader)).toList());
  }

  @QueryHandler
  LogReviewTasks handle(FindLogReviewTasks query, MetaData metaData) {
    Origin origin = Viewer.origin(metaData);
    boolean auditor = origin.has(Role.CITY_AUDITOR.name());
    boolean city = auditor || origin.has(Role.CITY_OPERATOR.name());
    boolean asked = origin.has(Role.FACILITY_ADMIN.name()) || origin.has(Role.CITY_OPERATOR.name());
    List<ReviewPeriods.Period> all = city ? periods.all() : List.of();
    List<LocalDate> waiting = asked ? waiting(origin.facilityId()) : List.of();
    return new LogReviewTasks(
        (int) ReviewPeriods.count(all, LogReviewState.OVERDUE),
        (int) ReviewPeriods.count(all, LogReviewState.DUE),
        auditor
            ? jdbc.sql("select count(*) from view.log_review_question where stage = 'ANSWERED'")
                .query(Integer.class)
                .single()
            : 0,
        waiting.size(),
        (int) waiting.stream().filter(this::late).count());
  }

  private List<LocalDate> waiting(String facilityId) {
    return jdbc.sql(
            """
            select asked_at from view.log_review_question
             where stage = 'ASKED' and facility_id = ?\
            """)
        .param(facilityId)
        .query((row, number) -> day(at(row, "asked_at")))
        .list();
  }

  private ReviewPeriods.Period period(LogReviewId id) {
    return periods.all().stream()
        .filter(period -> period.reviewId().equals(id))
        .findFirst()
        .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
  }

  private record Review(
      String begunBy,
      Instant begunAt,
      String signedBy,
      @Nullable Instant signedAt,
      byte[] conclusion) {}

  private Map<String, Review> reviews() {
    Map<String, Review> reviews = new HashMap<>();
    jdbc.sql(REVIEWS)
        .query(row -> {
          reviews.put(
              row.getString("review_id"),
              new Review(
                  row.getString("begun_name"),
                  at(row, "begun_at"),
                  row.getString("signed_name"),
                  maybe(row, "signed_at"),
                  row.getBytes("sealed_conclusion")));
        });
    return reviews;
  }

  private Map<String, Map<ReviewStage, Integer>> stages() {
    Map<String, Map<ReviewStage, Integer>> stages = new HashMap<>();
    jdbc.sql(STAGES)
        .query(row -> {
          stages
              .computeIfAbsent(row.getString("review_id"), id -> new HashMap<>())
              .put(ReviewStage.valueOf(row.getString("stage")), row.getInt("questions"));
        });
    return stages;
  }

  private static LogReviewRow row(
      ReviewPeriods.Period period,
      Map<String, Review> reviews,
      Map<String, Map<ReviewStage, Integer>> stages) {
    LogReviewId id = period.reviewId();
    Review review = reviews.get(id.value());
    Map<ReviewStage, Integer> asked = stages.getOrDefault(id.value(), Map.of());
    return new LogReviewRow(
        id,
        period.period(),
        period.due(),
        period.state(),
        review == null ? "" : review.begunBy(),
        review == null ? null : review.begunAt(),
        asked.values().stream().mapToInt(Integer::intValue).sum()
            - asked.getOrDefault(ReviewStage.WITHDRAWN, 0),
        asked.getOrDefault(ReviewStage.ASKED, 0),
        asked.getOrDefault(ReviewStage.ANSWERED, 0),
        asked.getOrDefault(ReviewStage.IMPROVE, 0),
        asked.getOrDefault(ReviewStage.INCIDENT, 0),
        review == null ? "" : review.signedBy(),
        review == null ? null : review.signedAt());
  }

  private record Question(
      LogReviewId reviewId,
      ReviewQuestionId questionId,
      ReviewStage stage,
      String eventId,
      @Nullable Instant accessAt,
      String accountId,
      String patientId,
      String facility,
      String question,
      String askedBy,
      Instant askedAt,
      String answer,
      String answeredById,
      String answeredBy,
      @Nullable Instant answeredAt,
      String note,
      String settledBy,
      @Nullable Instant settledAt,
      String incidentId) {}

  private List<Question> questions(String condition, String value) {
    return jdbc.sql(QUESTIONS.formatted(condition))
        .param("value", value)
        .query((row, number) -> question(row))
        .list();
  }

  private Question question(ResultSet row) throws SQLException {
    return new Question(
        new LogReviewId(row.getString("review_id")),
        new ReviewQuestionId(row.getString("question_id")),
        ReviewStage.valueOf(row.getString("stage")),
        row.getString("event_id"),
        maybe(row, "access_at"),
        row.getString("account_id"),
        row.getString("patient_id"),
        row.getString("facility"),
        text(row.getString("question_subject"), row.getBytes("sealed_question")),
        row.getString("asked_name"),
        at(row, "asked_at"),
        text(row.getString("answer_subject"), row.getBytes("sealed_answer")),
        row.getString("answered_by"),
        row.getString("answered_name"),
        maybe(row, "answered_at"),
        text(row.getString("note_subject"), row.getBytes("sealed_note")),
        row.getString("settled_name"),
        maybe(row, "settled_at"),
        row.getString("incident_id"));
  }

  private Map<String, AccessStep> accesses(List<Question> asked) {
    Map<String, Instant> moments = new HashMap<>();
    asked.forEach(question -> {
      Instant at = question.accessAt();
      if (at != null) {
        moments.put(question.eventId(), at);
      }
    });
    return steps.told(log.named(moments)).stream()
        .collect(Collectors.toMap(AccessStep::eventId, step -> step, (one, other) -> one));
  }

  private ReviewQuestion told(Question question, Map<String, AccessStep> accesses) {
    LocalDate due = periods.answerDue(day(question.askedAt()));
    return new ReviewQuestion(
        question.questionId(),
        question.stage(),
        question.facility(),
        accesses.get(question.eventId()),
        question.question(),
        question.askedBy(),
        question.askedAt(),
        due,
        question.stage() == ReviewStage.ASKED && late(day(question.askedAt())),
        question.answer(),
        question.answeredBy(),
        question.answeredAt(),
        !question.accountId().isEmpty() && question.accountId().equals(question.answeredById()),
        question.note(),
        question.settledBy(),
        question.settledAt(),
        question.incidentId().isEmpty() ? null : new IncidentId(question.incidentId()));
  }

  private FacilityQuestion forFacility(
      Question question, Map<String, AccessStep> accesses, AccountId reader) {
    boolean incident = question.stage() == ReviewStage.INCIDENT;
    LocalDate due = periods.answerDue(day(question.askedAt()));
    return new FacilityQuestion(
        question.reviewId(),
        question.questionId(),
        incident ? ReviewStage.ANSWERED : question.stage(),
        Optional.ofNullable(accesses.get(question.eventId()))
            .map(step -> forFacility(step, reader))
            .orElse(null),
        question.question(),
        question.askedAt(),
        due,
        question.stage() == ReviewStage.ASKED && late(day(question.askedAt())),
        question.answer(),
        question.answeredBy(),
        question.answeredAt(),
        incident ? "" : question.note());
  }

  private FacilityQuestion.Access forFacility(AccessStep step, AccountId reader) {
    Set<AccessMark> marks = EnumSet.noneOf(AccessMark.class);
    step.marks().stream().filter(TELL_NOTHING_OF_PATIENTS::contains).forEach(marks::add);
    return new FacilityQuestion.Access(
        step.at(),
        step.actor(),
        step.profession(),
        step.action(),
        step.result(),
        step.patient().isEmpty() || !sees(reader, new PatientId(step.patientId()))
            ? ""
            : step.patient(),
        marks);
  }

  private boolean sees(AccountId reader, PatientId patientId) {
    return explanations
        .explain(reader, patientId, Right.VIEW, Optional.empty(), Optional.empty())
        .allowed();
  }

  private boolean late(LocalDate asked) {
    return periods.today().isAfter(periods.answerDue(asked));
  }

  private String text(String subjectId, byte[] sealed) {
    return sealed.length == 0
        ? ""
        : sealer.sealed(new Subject(subjectId, null), sealed, String.class).read().orElse("");
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ReviewPeriods.JAPAN);
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
    OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
    return found == null ? null : found.toInstant();
  }
}
