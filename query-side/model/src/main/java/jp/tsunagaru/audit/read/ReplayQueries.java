package jp.tsunagaru.audit.read;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.audit.event.HandedOut;
import jp.tsunagaru.audit.event.RecordPrinted;
import jp.tsunagaru.audit.event.RecordViewed;
import jp.tsunagaru.audit.query.AccessReplay;
import jp.tsunagaru.audit.query.AccessStep;
import jp.tsunagaru.audit.query.Ground;
import jp.tsunagaru.audit.query.Printing;
import jp.tsunagaru.audit.query.ReplayAccess;
import jp.tsunagaru.axon.store.AccessHistory;
import jp.tsunagaru.axon.store.AccessHistory.StoredAccess;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Replays accesses in order. The log only says where to look: what is told comes from the events in
 * the store, so nobody can change the past by changing a table.
 */
@Component
class ReplayQueries {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final int NIGHT_FROM = 22;
  private static final int NIGHT_TO = 6;
  private static final int MOST = 500;
  private static final String ALLOWED = "ALLOWED";

  private final AccessLog log;
  private final AccessHistory history;
  private final AuditNames names;

  ReplayQueries(AccessLog log, AccessHistory history, AuditNames names) {
    this.log = log;
    this.history = history;
    this.names = names;
  }

  private record Found(AccessLog.Place place, StoredAccess stored) {
    @Nullable AccessGround ground() {
      return stored.event() instanceof HandedOut out ? out.ground() : null;
    }
  }

  @QueryHandler
  AccessReplay handle(ReplayAccess query) {
    int limit = Math.clamp(query.limit(), 1, MOST);
    List<AccessLog.Place> places = log.places(query, limit + 1);
    boolean more = places.size() > limit;
    List<AccessLog.Place> page = more ? places.subList(0, limit) : places;
    List<Integer> density = log.density(query);
    return new AccessReplay(
        steps(page),
        page.isEmpty() ? query.after() : page.getLast().position(),
        more,
        density.stream().mapToInt(Integer::intValue).sum(),
        density);
  }

  private List<AccessStep> steps(List<AccessLog.Place> page) {
    Map<String, StoredAccess> stored = new HashMap<>();
    if (!page.isEmpty()) {
      history
          .read(page.stream().map(AccessLog.Place::eventId).toList())
          .forEach(access -> stored.put(access.eventId(), access));
    }
    List<Found> found =
        page.stream()
            .flatMap(place ->
                Optional.ofNullable(stored.get(place.eventId())).stream()
                    .map(access -> new Found(place, access)))
            .toList();
    Map<String, String> accounts = names.accounts(ids(found, f -> f.place().accountId()));
    Map<String, String> facilities =
        names.facilities(ids(found, f -> f.stored().origin().facilityId()));
    Map<String, String> patients = names.patients(ids(found, f -> f.place().patientId()));
    Map<String, AuditNames.Grant> grants = names.grants(grounds(found, AccessGround::grantId));
    var consents = names.consents(grounds(found, AccessGround::consentId));
    return found.stream()
        .map(access -> {
          AccessGround ground = access.ground();
          Ground told =
              ground == null
                  ? null
                  : ground(ground, consents.get(ground.consentId()), grants.get(ground.grantId()));
          return step(access, accounts, facilities, patients, told);
        })
        .toList();
  }

  private static AccessStep step(
      Found found,
      Map<String, String> accounts,
      Map<String, String> facilities,
      Map<String, String> patients,
      @Nullable Ground ground) {
    AccessLog.Place place = found.place();
    Origin origin = found.stored().origin();
    return new AccessStep(
        place.position(),
        place.eventId(),
        found.stored().at(),
        place.accountId(),
        accounts.getOrDefault(place.accountId(), ""),
        facilities.getOrDefault(origin.facilityId(), ""),
        origin.profession(),
        origin.roles(),
        origin.session(),
        origin.address(),
        origin.factors(),
        place.action(),
        place.patientId(),
        patients.getOrDefault(place.patientId(), ""),
        documents(found.stored().event()),
        found.stored().event() instanceof RecordViewed viewed ? viewed.attachmentId() : "",
        place.result(),
        ground,
        printing(found.stored().event()),
        marks(place, found.stored().at(), ground));
  }

  private static Ground ground(
      AccessGround ground,
      java.time.@Nullable LocalDate consentedOn,
      AuditNames.@Nullable Grant grant) {
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

  private static Map<DocumentId, Long> documents(Object event) {
    return event instanceof HandedOut out ? out.documents() : Map.of();
  }

  private static @Nullable Printing printing(Object event) {
    return event instanceof RecordPrinted printed
        ? new Printing(printed.purpose(), printed.note().read().orElse(""))
        : null;
  }

  static Set<String> marks(AccessLog.Place place, Instant at, @Nullable Ground ground) {
    Set<String> marks = new TreeSet<>();
    int hour = at.atZone(TOKYO).getHour();
    if (hour >= NIGHT_FROM || hour < NIGHT_TO) {
      marks.add("AFTER_HOURS");
    }
    if (!place.result().equals(ALLOWED)) {
      marks.add("REFUSED");
    }
    if (ground != null && !ground.breakGlassId().isEmpty()) {
      marks.add("BREAK_GLASS");
    }
    if (place.many()) {
      marks.add("MANY");
    }
    return marks;
  }

  private static Set<String> ids(List<Found> found, Function<Found, String> id) {
    return found.stream().map(id).collect(Collectors.toSet());
  }

  private static Set<String> grounds(List<Found> found, Function<AccessGround, String> id) {
    return found.stream()
        .flatMap(access -> Stream.ofNullable(access.ground()))
        .map(id)
        .collect(Collectors.toSet());
  }
}
