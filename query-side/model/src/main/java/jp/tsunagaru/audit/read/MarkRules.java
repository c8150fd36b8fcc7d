package jp.tsunagaru.audit.read;

import jp.tsunagaru.audit.query.AccessMark;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * When a row of the history catches an auditor's eye (M5). Conditions on a row {@code l}; the same
 * ones mark a row and narrow a list.
 */
@Component
class MarkRules {
  private static final String SURNAME =
      "(select n.surname from view.audit_name n where n.subject_id = %s and n.since <= l.at"
          + " order by n.since desc limit 1)";

  private final int manyPatients;
  private final int manyMinutes;
  private final int nightFrom;
  private final int nightTo;

  MarkRules(
      @Value("${tsunagaru.audit.many-patients:20}") int manyPatients,
      @Value("${tsunagaru.audit.many-minutes:5}") int manyMinutes,
      @Value("${tsunagaru.audit.night-from:22}") int nightFrom,
      @Value("${tsunagaru.audit.night-to:6}") int nightTo) {
    this.manyPatients = manyPatients;
    this.manyMinutes = manyMinutes;
    this.nightFrom = nightFrom;
    this.nightTo = nightTo;
  }

  static String condition(AccessMark mark) {
    return switch (mark) {
      case REFUSED -> "l.result <> 'ALLOWED'";
      case BREAK_GLASS -> "l.break_glass_id <> ''";
      case NOT_IN_TEAM ->
          "(l.result in ('NO_MEMBERSHIP', 'EXPIRED')"
              + " or l.term_hash <> '' and l.results = 0 and l.kind = 'SEARCH' and exists"
              + " (select from view.audit_name n where n.terms @> array[l.term_hash]"
              + " and n.since <= l.at))";
      case SAME_SURNAME ->
          "(l.patient_id <> '' and "
              + SURNAME.formatted("l.patient_id")
              + " = "
              + SURNAME.formatted("l.account_id")
              + ")";
      case MANY ->
          "(l.patient_id <> '' and (select count(distinct b.patient_id) from view.access_log b"
              + " where b.account_id = l.account_id and b.account_id <> '' and b.patient_id <> ''"
              + " and b.at > l.at - make_interval(mins => :manyMinutes) and b.at <= l.at)"
              + " > :manyPatients)";
      case AFTER_HOURS ->
          "(l.account_id <> 'system' and (extract(hour from l.at at time zone 'Asia/Tokyo') >= :nightFrom"
              + " or extract(hour from l.at at time zone 'Asia/Tokyo') < :nightTo))";
    };
  }

  StatementSpec bind(StatementSpec statement) {
    return statement
        .param("manyPatients", manyPatients)
        .param("manyMinutes", manyMinutes)
        .param("nightFrom", nightFrom)
        .param("nightTo", nightTo);
  }
}
