package jp.tsunagaru.access.write;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.access.PatientAt;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.event.AccountDeactivated;
import jp.tsunagaru.account.event.AccountIssued;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.event.GroupAssigned;
import jp.tsunagaru.careteam.event.GroupChanged;
import jp.tsunagaru.careteam.event.GroupCreated;
import jp.tsunagaru.careteam.event.GroupDissolved;
import jp.tsunagaru.careteam.event.MemberAssigned;
import jp.tsunagaru.careteam.event.MembershipChanged;
import jp.tsunagaru.careteam.event.MembershipEnded;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.RetainedMember;
import jp.tsunagaru.consent.event.ConsentGranted;
import jp.tsunagaru.consent.event.ConsentPaperKept;
import jp.tsunagaru.consent.event.ConsentPaperRemoved;
import jp.tsunagaru.consent.event.ConsentWithdrawn;
import jp.tsunagaru.consent.event.SharingResumed;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.consent.event.UseEnded;
import jp.tsunagaru.consent.event.UseResumed;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.document.event.DocumentDeleted;
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.document.event.DocumentRevised;
import jp.tsunagaru.form.event.FormApproved;
import jp.tsunagaru.form.event.FormDrafted;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.PatientErased;
import jp.tsunagaru.patient.event.PatientRegistered;
import jp.tsunagaru.patient.event.ProvisionalPurged;
import jp.tsunagaru.support.event.SupportRequested;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was in force at a moment, told by the events up to it. The tables of the guard know the
 * present only; for single questions about the past the handful of small streams is read again. A
 * test holds both alike over generated histories.
 */
@Component
final class FactsOfThePast implements AccessFacts {
  private final EventStore events;
  private final JdbcClient jdbc;

  FactsOfThePast(EventStore events, JdbcClient jdbc) {
    this.events = events;
    this.jdbc = jdbc;
  }

  @Override
  public Facts of(Origin origin, PatientScoped message, Instant at) {
    return new Facts(
        team(origin, message, at),
        () -> document(origin, message, message.documentConcerned().orElseThrow(), at));
  }

  private TeamFacts team(Origin origin, PatientScoped message, Instant at) {
    PatientId patientId = message.patientId();
    Patient patient = new Patient();
    until(at, patientId.value()).forEach(patient::follow);
    ConsentId consentId = ConsentId.of(patientId);
    if (!patient.sharing.isEmpty()) {
      until(at, consentId.value()).forEach(patient::follow);
    }
    Holder holder = new Holder();
    until(at, origin.accountId()).forEach(holder::follow);
    boolean known = !holder.roles.isEmpty();
    return new TeamFacts(
        origin.has(Role.CARE_USER.name()) && holder.careUser(),
        known ? patient.sharing : "",
        known && patient.registrarId.equals(origin.accountId()),
        known && patient.consented ? consentId.value() : "",
        known ? grants(patient, origin.accountId(), patientId, at) : List.of(),
        known ? opening("break_glass", origin.accountId(), patientId, at) : "",
        known && patient.sharing.equals("WITHDRAWN")
            ? opening("lawful_opening", origin.accountId(), patientId, at)
            : "",
        message.needs(),
        message.whileStopped(),
        message.afterEnd(),
        patient.retainedUntil,
        LocalDate.ofInstant(at, AccessDecisions.JAPAN));
  }

  DocumentFacts document(Origin origin, PatientScoped message, DocumentId document, Instant at) {
    String actor = origin.accountId();
    Paper paper = new Paper();
    until(at, document.value()).forEach(paper::follow);
    Holder holder = new Holder();
    until(at, actor).forEach(holder::follow);
    Visibility visible = paper.visibility;
    return new DocumentFacts(
        paper.state,
        message.patientId().value().equals(paper.patientId),
        uploaded(document, message.patientId(), actor, at),
        message.attachmentConcerned().isEmpty(),
        actor.equals(paper.authorId),
        paper.state.isEmpty() ? "" : visible.scope().name(),
        visible.accounts().stream().anyMatch(account -> account.value().equals(actor)),
        visible.groups().stream().anyMatch(group -> belongs(group.value(), actor, at)),
        visible.professions().stream()
            .anyMatch(profession -> profession.name().equals(holder.profession)),
        message.needs());
  }

  /** The team of the day use ended stands in the event; nothing that came later counts. */
  private List<Grant> grants(Patient patient, String actor, PatientId patientId, Instant at) {
    return switch (patient.sharing) {
      case "ENDED", "WITHDRAWN" ->
          patient.retained.stream()
              .filter(member -> member.accountId().value().equals(actor))
              .map(FactsOfThePast::grant)
              .sorted(Comparator.comparing(Grant::groupId).thenComparing(Grant::grantId))
              .toList();
      case "" -> List.of();
      default -> grants(actor, patientId, at);
    };
  }

  private static Grant grant(RetainedMember member) {
    GroupId group = member.groupId();
    return new Grant(
        member.grantId().value(),
        group == null ? "" : group.value(),
        member.rights().stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()),
        member.from(),
        null);
  }

  /** The same events, told as a whole instead of for one account. */
  PatientAt patientAt(PatientId patientId, Instant at) {
    Patient patient = new Patient();
    until(at, patientId.value()).forEach(patient::follow);
    if (!patient.sharing.isEmpty()) {
      timed(at, ConsentId.of(patientId).value())
          .forEach(event -> {
            patient.follow(event.getPayload());
            patient.follow(event.getPayload(), event.getTimestamp());
          });
    }
    LocalDate today = LocalDate.ofInstant(at, AccessDecisions.JAPAN);
    boolean ended = patient.sharing.equals("ENDED") || patient.sharing.equals("WITHDRAWN");
    return new PatientAt(
        patient.sharing,
        patient.registrarId,
        patient.consent,
        ended ? patient.retainedUntil : null,
        ended ? retained(patient, today) : members(patientId, at, today));
  }

  /** The team of the day use ended: who displays the record for five years (第19条). */
  private static List<PatientAt.Member> retained(Patient patient, LocalDate today) {
    LocalDate until = patient.retainedUntil;
    boolean displayed = patient.sharing.equals("ENDED") && until != null && !until.isBefore(today);
    Map<GrantId, List<RetainedMember>> grants = new LinkedHashMap<>();
    patient.retained.forEach(
        member -> grants.computeIfAbsent(member.grantId(), id -> new ArrayList<>()).add(member));
    return grants.values().stream()
        .map(together -> {
          RetainedMember one = together.getFirst();
          GroupId group = one.groupId();
          return new PatientAt.Member(
              one.grantId().value(),
              group == null ? one.accountId().value() : "",
              group == null ? "" : group.value(),
              together.stream().map(member -> member.accountId().value()).sorted().toList(),
              one.role().name(),
              Set.copyOf(one.rights()),
              one.from(),
              until,
              displayed);
        })
        .toList();
  }

  private List<PatientAt.Member> members(PatientId patientId, Instant at, LocalDate today) {
    List<PatientAt.Member> members = new ArrayList<>();
    held(patientId, at)
        .forEach((grantId, membership) -> {
          MembershipTerms terms = membership.terms();
          LocalDate from = terms.from();
          LocalDate to = terms.to();
          members.add(
              new PatientAt.Member(
                  grantId.value(),
                  membership.accountId(),
                  membership.groupId(),
                  membership.groupId().isEmpty()
                      ? List.of(membership.accountId())
                      : belonging(membership.groupId(), at),
                  terms.role().name(),
                  Set.copyOf(terms.rights()),
                  from,
                  to,
                  (from == null || !from.isAfter(today)) && (to == null || !to.isBefore(today))));
        });
    return members;
  }

  private List<Grant> grants(String actor, PatientId patientId, Instant at) {
    List<Grant> reaching = new ArrayList<>();
    held(patientId, at)
        .forEach((grantId, membership) -> {
          if (membership.groupId().isEmpty()
              ? membership.accountId().equals(actor)
              : belonging(membership.groupId(), at).contains(actor)) {
            reaching.add(membership.grant(grantId));
          }
        });
    // Direct ones first, as in force.
    reaching.sort(Comparator.comparing(Grant::groupId).thenComparing(Grant::grantId));
    return reaching;
  }

  private Map<GrantId, Held> held(PatientId patientId, Instant at) {
    Map<GrantId, Held> held = new LinkedHashMap<>();
    until(at, CareTeamId.of(patientId).value())
        .forEach(event -> {
          switch (event) {
            case MemberAssigned assigned ->
                held.put(
                    assigned.grantId(),
                    new Held(assigned.accountId().value(), "", assigned.terms()));
            case GroupAssigned assigned ->
                held.put(
                    assigned.grantId(), new Held("", assigned.groupId().value(), assigned.terms()));
            case MembershipChanged changed ->
                held.computeIfPresent(
                    changed.grantId(),
                    (id, former) ->
                        new Held(former.accountId(), former.groupId(), changed.terms()));
            case MembershipEnded ended -> held.remove(ended.grantId());
            default -> {}
          }
        });
    return held;
  }

  /** Openings keep their times in the tables of the guard, which forget none. */
  private String opening(String kind, String actor, PatientId patientId, Instant at) {
    String id = kind.equals("break_glass") ? "break_glass_id" : "opening_id";
    return jdbc.sql(
            """
            select %s from guard.%s
            where account_id = :actor and patient_id = :patient
              and opened_at <= :at and until > :at and (closed_at is null or closed_at > :at)
            order by until desc, 1
            limit 1\
            """
                .formatted(id, kind))
        .param("actor", actor)
        .param("patient", patientId.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .optional()
        .orElse("");
  }

  private boolean belongs(String groupId, String actor, Instant at) {
    return belonging(groupId, at).contains(actor);
  }

  private List<String> belonging(String groupId, Instant at) {
    List<String> belonging = new ArrayList<>();
    until(at, groupId)
        .forEach(event -> {
          switch (event) {
            case GroupCreated created -> replace(belonging, created.members());
            case GroupChanged changed -> replace(belonging, changed.members());
            case GroupDissolved dissolved -> belonging.clear();
            default -> {}
          }
        });
    return belonging;
  }

  private static void replace(List<String> belonging, Set<?> accounts) {
    belonging.clear();
    accounts.stream().map(Object::toString).sorted().forEach(belonging::add);
  }

  /** Before posting; the files of a document are few. */
  private boolean uploaded(DocumentId document, PatientId patient, String actor, Instant at) {
    return jdbc
        .sql(
            """
            select attachment_id from guard.attachment
            where document_id = ? and patient_id = ? and uploader_id = ?\
            """)
        .params(document.value(), patient.value(), actor)
        .query(String.class)
        .list()
        .stream()
        .anyMatch(attachment -> until(at, attachment).findAny().isPresent());
  }

  private Stream<Object> until(Instant at, String aggregateId) {
    return timed(at, aggregateId).map(EventMessage::getPayload);
  }

  private Stream<? extends EventMessage<?>> timed(Instant at, String aggregateId) {
    return events
        .readEvents(aggregateId)
        .asStream()
        .filter(event -> !event.getTimestamp().isAfter(at));
  }

  private record Held(String accountId, String groupId, MembershipTerms terms) {
    Grant grant(GrantId grantId) {
      return new Grant(
          grantId.value(),
          groupId,
          terms.rights().stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()),
          terms.from(),
          terms.to());
    }
  }

  private static final class Patient {
    private String sharing = "";
    private String registrarId = "";
    private boolean consented;
    private @Nullable LocalDate retainedUntil;
    private List<RetainedMember> retained = List.of();
    private PatientAt.@Nullable Consent consent;

    void follow(Object event, Instant at) {
      if (event instanceof ConsentGranted granted) {
        consent =
            new PatientAt.Consent(
                granted.consentId().value(),
                granted.kind().name(),
                granted.consentedOn(),
                granted.textVersion(),
                at);
      }
    }

    void follow(Object event) {
      switch (event) {
        case PatientRegistered registered -> {
          sharing = "PROVISIONAL";
          registrarId = registered.registrarId().value();
        }
        case ProvisionalPurged purged -> sharing = "";
        case PatientErased gone -> {
          sharing = "";
        }
        case ConsentGranted granted -> {
          sharing = "SHARED";
          consented = true;
        }
        case SharingStopped stopped -> sharing = "STOPPED";
        case SharingResumed resumed -> sharing = "SHARED";
        case UseEnded ended -> {
          sharing = ended.displayed() ? "ENDED" : "WITHDRAWN";
          retainedUntil = ended.retainedUntil();
          retained = ended.team();
        }
        case UseResumed resumed -> {
          sharing = "SHARED";
          retainedUntil = null;
        }
        case ConsentWithdrawn withdrawn -> {
          sharing = "WITHDRAWN";
          retainedUntil = withdrawn.retainedUntil();
          retained = withdrawn.team();
        }
        default -> {}
      }
    }
  }

  private static final class Holder {
    private Set<Role> roles = Set.of();
    private String profession = "";
    private boolean deactivated;

    void follow(Object event) {
      switch (event) {
        case AccountIssued issued -> {
          roles = issued.roles();
          profession = issued.profession().name();
        }
        case AccountDeactivated ended -> deactivated = true;
        default -> {}
      }
    }

    boolean careUser() {
      return roles.contains(Role.CARE_USER) && !deactivated;
    }
  }

  private static final class Paper {
    private String state = "";
    private @Nullable String patientId;
    private @Nullable String authorId;
    private Visibility visibility = Visibility.TEAM;

    void follow(Object event) {
      switch (event) {
        case DocumentConfirmed confirmed -> {
          state = "CONFIRMED";
          patientId = confirmed.patientId().value();
          authorId = confirmed.authorId().value();
          visibility = confirmed.visibility();
        }
        case FormDrafted drafted -> {
          // The whole team may see a form.
          if (state.isEmpty()) {
            state = "CONFIRMED";
            patientId = drafted.patientId().value();
            authorId = drafted.enteredBy().value();
          }
        }
        case SupportRequested requested -> {
          // So it may a request for support.
          if (state.isEmpty()) {
            state = "CONFIRMED";
            patientId = requested.patientId().value();
            authorId = requested.writtenBy().value();
          }
        }
        case ConsentPaperKept kept -> {
          state = "CONFIRMED";
          patientId = kept.patientId().value();
          authorId = kept.keptBy().value();
        }
        case ConsentPaperRemoved removed -> state = "DELETED";
        case FormApproved approved -> authorId = approved.approvedBy().value();
        case DocumentRevised revised -> visibility = revised.visibility();
        case DocumentDeleted deleted -> state = "DELETED";
        case DocumentRestored restored -> state = "CONFIRMED";
        case DocumentPurged purged -> state = "PURGED";
        default -> {}
      }
    }
  }
}
