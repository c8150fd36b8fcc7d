package jp.tsunagaru.audit.read;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.audit.query.AccessStep;
import jp.tsunagaru.audit.query.Ground;
import jp.tsunagaru.audit.query.Printing;
import jp.tsunagaru.kernel.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the names to accesses: a page at once, each name once. */
@Component
class Steps {
  private final AuditNames names;

  Steps(AuditNames names) {
    this.names = names;
  }

  List<AccessStep> told(List<AccessLog.Row> rows) {
    Map<String, String> accounts = names.accounts(ids(rows, Access::accountId));
    Map<String, String> facilities =
        names.facilities(ids(rows, access -> access.origin().facilityId()));
    Map<String, String> patients = names.patients(ids(rows, Access::patientId));
    Map<String, AuditNames.Grant> grants = names.grants(grounds(rows, AccessGround::grantId));
    Map<String, LocalDate> consents = names.consents(grounds(rows, AccessGround::consentId));
    return rows.stream()
        .map(row -> {
          Access access = row.access();
          Origin origin = access.origin();
          AccessGround ground = access.ground();
          return new AccessStep(
              row.position(),
              access.eventId(),
              access.at(),
              access.accountId(),
              accounts.getOrDefault(access.accountId(), ""),
              facilities.getOrDefault(origin.facilityId(), ""),
              origin.profession(),
              origin.roles(),
              origin.session(),
              origin.address(),
              origin.factors(),
              access.kind(),
              access.action(),
              access.patientId(),
              patients.getOrDefault(access.patientId(), ""),
              access.documents(),
              access.attachmentId(),
              access.object(),
              access.results(),
              access.result(),
              ground == null
                  ? null
                  : ground(ground, consents.get(ground.consentId()), grants.get(ground.grantId())),
              access.purpose().isEmpty() ? null : new Printing(access.purpose(), access.note()),
              row.marks(),
              access.lookedAt());
        })
        .toList();
  }

  private static Ground ground(
      AccessGround ground, @Nullable LocalDate consentedOn, AuditNames.@Nullable Grant grant) {
    return new Ground(
        ground.consentId(),
        consentedOn,
        ground.grantId(),
        grant == null ? "" : grant.grantedBy(),
        grant == null ? null : grant.grantedAt(),
        grant == null ? ground.groupId() : grant.group(),
        ground.right(),
        ground.breakGlassId());
  }

  private static Set<String> ids(List<AccessLog.Row> rows, Function<Access, String> id) {
    return rows.stream().map(row -> id.apply(row.access())).collect(Collectors.toSet());
  }

  private static Set<String> grounds(List<AccessLog.Row> rows, Function<AccessGround, String> id) {
    return rows.stream()
        .flatMap(row -> Stream.ofNullable(row.access().ground()))
        .map(id)
        .collect(Collectors.toSet());
  }
}
