package jp.tsunagaru.patient.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.ExtendedValues;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.ExtendedEntry;
import jp.tsunagaru.patient.query.ExtendedInfo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stored 拡張情報, opened under the keys that are left. */
@Component
public class ExtendedRecords {
  private static final String CHANGES =
      """
      select e.version, e.recorded_at, e.schema_version, e.sealed_changes,
             coalesce(a.name, '') as name, coalesce(f.name, '') as facility, a.profession
        from view.extended_info e
        left join view.account a on a.account_id = e.account_id
        left join view.facility f on f.facility_id = a.facility_id
       where e.patient_id = ? and e.recorded_at <= ?
       order by e.version desc
      """;

  private final JdbcClient jdbc;
  private final Sealer sealer;

  ExtendedRecords(JdbcClient jdbc, Sealer sealer) {
    this.jdbc = jdbc;
    this.sealer = sealer;
  }

  /** Every value that had been recorded by then. */
  public ExtendedInfo until(PatientId patientId, Instant at) {
    return read(patientId, at.atOffset(ZoneOffset.UTC));
  }

  ExtendedInfo of(PatientId patientId) {
    return read(patientId, OffsetDateTime.MAX);
  }

  private ExtendedInfo read(PatientId patientId, OffsetDateTime until) {
    Map<String, List<ExtendedEntry>> history = new LinkedHashMap<>();
    List<Long> versions =
        jdbc.sql(CHANGES)
            .param(patientId.value())
            .param(until)
            .query((row, number) -> {
              add(history, row, patientId);
              return row.getLong("version");
            })
            .list();
    return new ExtendedInfo(versions.isEmpty() ? 0 : versions.getFirst(), history);
  }

  private void add(Map<String, List<ExtendedEntry>> history, ResultSet row, PatientId patient)
      throws SQLException {
    String profession = row.getString("profession");
    ExtendedEntry empty =
        new ExtendedEntry(
            List.of(),
            row.getString("schema_version"),
            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
            row.getString("name"),
            row.getString("facility"),
            profession == null ? null : Profession.valueOf(profession));
    sealer
        .sealed(Subject.of(patient), row.getBytes("sealed_changes"), ExtendedValues.class)
        .read()
        .ifPresent(changes ->
            changes
                .values()
                .forEach((field, values) ->
                    history
                        .computeIfAbsent(field, code -> new ArrayList<>())
                        .add(
                            new ExtendedEntry(
                                values,
                                empty.schemaVersion(),
                                empty.recordedAt(),
                                empty.author(),
                                empty.facility(),
                                empty.profession()))));
  }
}
