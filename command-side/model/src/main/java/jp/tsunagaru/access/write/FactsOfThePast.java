package jp.tsunagaru.access.write;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.event.AccountDeactivated;
import jp.tsunagaru.account.event.AccountIssued;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.event.GroupAssigned;
import jp.tsunagaru.careteam.event.GroupChanged;
import jp.tsunagaru.careteam.event.GroupCreated;
import jp.tsunagaru.careteam.event.GroupDissolved;
import jp.tsunagaru.careteam.event.MemberAssigned;
import jp.tsunagaru.careteam.event.MembershipChanged;
import jp.tsunagaru.careteam.event.MembershipEnded;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.event.ConsentGranted;
import jp.tsunagaru.consent.event.SharingResumed;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.document.event.DocumentDeleted;
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.document.event.DocumentRevised;
import jp.tsunagaru.form.event.FormDrafted;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.PatientRegistered;
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
  public TeamFacts team(Origin origin, PatientScoped message, Instant at) {
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
        known ? grants(origin.accountId(), patientId, at) : List.of(),
        known ? opening(origin.accountId(), patientId, at) : "",
        message.needs(),
        message.whileStopped(),
        LocalDate.ofInstant(at, AccessDecisions.JAPAN));
  }

  @Override
  public DocumentFacts document(
      Origin origin, PatientScoped message, DocumentId document, Instant at) {
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

  private List<Grant> grants(String actor, PatientId patientId, Instant at) {
    Map<GrantId, Held> held = new HashMap<>();
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
    List<Grant> reaching = new ArrayList<>();
    held.forEach((grantId, membership) -> {
      if (membership.groupId().isEmpty()
          ? membership.accountId().equals(actor)
          : belongs(membership.groupId(), actor, at)) {
        reaching.add(membership.grant(grantId));
      }
    });
    // Direct ones first, as in force.
    reaching.sort(Comparator.comparing(Grant::groupId).thenComparing(Grant::grantId));
    return reaching;
  }

  /** Openings keep their times in the table of the guard, which forgets none. */
  private String opening(String actor, PatientId patientId, Instant at) {
    return jdbc.sql(
            """
            select break_glass_id from guard.break_glass
            where account_id = :actor and patient_id = :patient
              and opened_at <= :at and until > :at and (closed_at is null or closed_at > :at)
            order by until desc
            limit 1\
            """)
        .param("actor", actor)
        .param("patient", patientId.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .optional()
        .orElse("");
  }

  private boolean belongs(String groupId, String actor, Instant at) {
    boolean[] belongs = new boolean[1];
    until(at, groupId)
        .forEach(event -> {
          switch (event) {
            case GroupCreated created -> belongs[0] = names(created.members(), actor);
            case GroupChanged changed -> belongs[0] = names(changed.members(), actor);
            case GroupDissolved dissolved -> belongs[0] = false;
            default -> {}
          }
        });
    return belongs[0];
  }

  private static boolean names(Set<?> accounts, String actor) {
    return accounts.stream().anyMatch(account -> account.toString().equals(actor));
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
    return events
        .readEvents(aggregateId)
        .asStream()
        .filter(event -> !event.getTimestamp().isAfter(at))
        .map(EventMessage::getPayload);
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

    void follow(Object event) {
      switch (event) {
        case PatientRegistered registered -> {
          sharing = "PROVISIONAL";
          registrarId = registered.registrarId().value();
        }
        case ConsentGranted granted -> {
          sharing = "SHARED";
          consented = true;
        }
        case SharingStopped stopped -> sharing = "STOPPED";
        case SharingResumed resumed -> sharing = "SHARED";
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
          // Whoever began it stays the author; the whole team may see a form.
          if (state.isEmpty()) {
            state = "CONFIRMED";
            patientId = drafted.patientId().value();
            authorId = drafted.enteredBy().value();
          }
        }
        case DocumentRevised revised -> visibility = revised.visibility();
        case DocumentDeleted deleted -> state = "DELETED";
        case DocumentRestored restored -> state = "CONFIRMED";
        case DocumentPurged purged -> state = "PURGED";
        default -> {}
      }
    }
  }
}
