package jp.tsunagaru.audit.read;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.audit.query.AccessFilter;
import jp.tsunagaru.audit.query.AuditScope;
import jp.tsunagaru.audit.query.FacilityAccess;
import jp.tsunagaru.audit.query.ListFacilityAccess;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** The access history as the administrator of a facility sees it: always of his own people. */
@Component
class FacilityAccessQueries {
  private static final int MOST_ROWS = 200;

  private final AccessLog log;
  private final AuditNames names;

  FacilityAccessQueries(AccessLog log, AuditNames names) {
    this.log = log;
    this.names = names;
  }

  @QueryHandler
  FacilityAccess handle(ListFacilityAccess query, MetaData metaData) {
    String facility =
        Origin.from(metaData)
            .map(Origin::facilityId)
            .filter(id -> !id.isEmpty())
            .orElseThrow(() -> new Refused(RefusalCode.NOT_SIGNED_IN));
    int limit = Math.clamp(query.limit(), 1, MOST_ROWS);
    List<AccessLog.Row> rows =
        log.before(
            AccessFilter.during(query.from(), query.to())
                .about(AuditScope.FACILITY, facility)
                .about(AuditScope.ACCOUNT, query.accountId()),
            query.before(),
            limit + 1);
    Map<String, String> actors =
        names.accounts(
            rows.stream().map(row -> row.access().accountId()).collect(Collectors.toSet()));
    return new FacilityAccess(
        rows.stream().limit(limit).map(row -> told(row, actors)).toList(), rows.size() > limit);
  }

  private static FacilityAccess.Row told(AccessLog.Row row, Map<String, String> actors) {
    Access access = row.access();
    AccessGround ground = access.ground();
    return new FacilityAccess.Row(
        row.cursor(),
        access.accountId(),
        actors.getOrDefault(access.accountId(), ""),
        access.origin().profession(),
        access.kind(),
        access.action(),
        access.patientId(),
        access.documents().size(),
        access.results(),
        access.result(),
        ground != null && !ground.breakGlassId().isEmpty(),
        access.origin().address(),
        access.lookedAt());
  }
}
