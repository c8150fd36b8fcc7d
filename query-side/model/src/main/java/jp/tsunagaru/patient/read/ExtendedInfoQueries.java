package jp.tsunagaru.patient.read;

import jp.tsunagaru.patient.query.ExtendedInfo;
import jp.tsunagaru.patient.query.GetExtendedInfo;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** 拡張情報 (PT-08). */
@Component
class ExtendedInfoQueries {
  private final ExtendedRecords records;

  ExtendedInfoQueries(ExtendedRecords records) {
    this.records = records;
  }

  @QueryHandler
  ExtendedInfo handle(GetExtendedInfo query) {
    return records.of(query.patientId());
  }
}
