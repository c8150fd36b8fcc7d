package jp.tsunagaru.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.TreeMap;
import jp.tsunagaru.fhir.AuditEntry.Actor;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * Entries of the access history as FHIR R4 AuditEvents, one a line (NDJSON), after the Basic Audit
 * Log Patterns of IHE where these have a pattern: reading, making, changing, deleting and searching
 * that succeeded. Sign-ins, refusals and reading the history itself have none and are plain
 * AuditEvents with the codes of DICOM. An entry claims a pattern only where it fulfils it: one
 * without the address of the device claims none.
 *
 * <p>Ids of this software are no ids of FHIR: everything is pointed at by its identifier.
 */
public final class AuditEvents {
  static final String PROFILES =
      "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";
  private static final String DCM = "http://dicom.nema.org/resources/ontology/DCM";
  private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
  private static final String RESTFUL = "http://hl7.org/fhir/restful-interaction";
  private static final String OURS = "urn:tsunagaru:";

  private final IParser parser = FhirContext.forR4Cached().newJsonParser().setPrettyPrint(false);
  private final String site;
  private final String server;

  /**
   * @param site the name of the network that recorded it
   * @param server the name or the address of the machine that did
   */
  public AuditEvents(String site, String server) {
    this.site = site;
    this.server = server;
  }

  /** One line, without its end. */
  public String line(AuditEntry entry) {
    return parser.encodeResourceToString(event(entry));
  }

  AuditEvent event(AuditEntry entry) {
    AuditEvent event = new AuditEvent();
    event.setId(entry.eventId());
    event.setRecorded(Date.from(entry.at())).getRecordedElement().setTimeZoneZulu(true);
    boolean refused = !entry.refusal().isEmpty();
    event.setOutcome(refused ? AuditEventOutcome._4 : AuditEventOutcome._0);
    if (refused) {
      event.setOutcomeDesc(entry.refusal());
    }
    what(event, entry);
    if (entry.seconds() >= 0) {
      event.getPeriod().setStart(Date.from(entry.at().minusSeconds(entry.seconds())));
      event.getPeriod().setEnd(Date.from(entry.at()));
      event.getPeriod().getStartElement().setTimeZoneZulu(true);
      event.getPeriod().getEndElement().setTimeZoneZulu(true);
    }
    ActReason reason = entry.emergency() ? ActReason.ETREAT : entry.reason();
    if (reason != null) {
      event.addPurposeOfEvent(concept(TERMINOLOGY + "v3-ActReason", reason.name(), reason.display));
    }
    agents(event, entry);
    event.getSource().setSite(site).setObserver(pointer("system", server));
    event
        .getSource()
        .addType(coding(TERMINOLOGY + "security-source-type", "4", "Application Server"));
    entities(event, entry);
    String pattern = Patterns.of(entry);
    if (!pattern.isEmpty()) {
      event.getMeta().addProfile(PROFILES + pattern);
    }
    return event;
  }

  private static void what(AuditEvent event, AuditEntry entry) {
    switch (entry.operation()) {
      case READ, EXPORT -> rest(event, "read", AuditEventAction.R);
      case CREATE -> rest(event, "create", AuditEventAction.C);
      case UPDATE -> rest(event, "update", AuditEventAction.U);
      case DELETE -> rest(event, "delete", AuditEventAction.D);
      case SEARCH -> rest(event, "search", AuditEventAction.E);
      case SIGN_IN -> authentication(event, "110122", "Login");
      case SIGN_OUT -> authentication(event, "110123", "Logout");
      case AUDIT ->
          event.setType(coding(DCM, "110101", "Audit Log Used")).setAction(AuditEventAction.R);
    }
    if (entry.operation() == Operation.EXPORT) {
      event.addSubtype(coding(DCM, "110106", "Export"));
    }
    if (entry.emergency()) {
      event.addSubtype(coding(DCM, "110127", "Emergency Override Started"));
    }
    event.addSubtype(new Coding(OURS + "action", entry.action(), null));
  }

  private static void rest(AuditEvent event, String interaction, AuditEventAction action) {
    event
        .setType(coding(TERMINOLOGY + "audit-event-type", "rest", "RESTful Operation"))
        .setAction(action)
        .addSubtype(coding(RESTFUL, interaction, interaction));
  }

  private static void authentication(AuditEvent event, String code, String display) {
    event
        .setType(coding(DCM, "110114", "User Authentication"))
        .setAction(AuditEventAction.E)
        .addSubtype(coding(DCM, code, display));
  }

  /** The device, this server, the person and the facility that the person acted for. */
  private void agents(AuditEvent event, AuditEntry entry) {
    Actor actor = entry.actor();
    boolean known = !actor.accountId().isEmpty();
    AuditEventAgentComponent client = event.addAgent();
    client.setType(Patterns.client(entry.operation()));
    client.setWho(pointer("session", actor.session().isEmpty() ? "unknown" : actor.session()));
    client.setRequestor(!known);
    if (!actor.address().isEmpty()) {
      network(client, actor.address(), AuditEventAgentNetworkType._2);
    }
    AuditEventAgentComponent machine = event.addAgent();
    machine.setType(Patterns.server(entry.operation()));
    machine.setWho(pointer("system", server));
    machine.setRequestor(false);
    network(machine, server, AuditEventAgentNetworkType._1);
    if (known) {
      user(event.addAgent(), entry);
    }
    if (!actor.facilityId().isEmpty()) {
      AuditEventAgentComponent facility = event.addAgent();
      facility.setType(concept(TERMINOLOGY + "v3-RoleClass", "PROV", "healthcare provider"));
      facility.setWho(pointer("facility", actor.facilityId()).setType("Organization"));
      facility.setRequestor(false);
      if (!actor.facilityName().isEmpty()) {
        facility.setName(actor.facilityName());
      }
    }
  }

  private static void user(AuditEventAgentComponent user, AuditEntry entry) {
    Actor actor = entry.actor();
    user.setType(Patterns.user(entry.operation()));
    user.setWho(pointer("account", actor.accountId()).setType("Practitioner"));
    user.setRequestor(true);
    if (!actor.loginId().isEmpty()) {
      user.setAltId(actor.loginId());
    }
    if (!actor.name().isEmpty()) {
      user.setName(actor.name());
    }
    actor.roles().stream()
        .sorted()
        .forEach(role -> user.addRole(concept(OURS + "role", role, null)));
    if (!actor.profession().isEmpty()) {
      user.addRole(concept(OURS + "profession", actor.profession(), actor.professionName()));
    }
  }

  private static void network(
      AuditEventAgentComponent agent, String address, AuditEventAgentNetworkType type) {
    agent.getNetwork().setAddress(address).setType(type);
  }

  private static void entities(AuditEvent event, AuditEntry entry) {
    if (!entry.patientId().isEmpty()) {
      event
          .addEntity()
          .setWhat(pointer("patient", entry.patientId()).setType("Patient"))
          .setType(coding(TERMINOLOGY + "audit-entity-type", "1", "Person"))
          .setRole(coding(TERMINOLOGY + "object-role", "1", "Patient"));
    }
    switch (entry.operation()) {
      case SIGN_IN, SIGN_OUT -> {}
      case SEARCH ->
          object(event, "24", "Query").setQuery(entry.action().getBytes(StandardCharsets.UTF_8));
      case AUDIT ->
          object(event, "13", "Security Resource").setWhat(pointer("action", entry.action()));
      case READ, EXPORT, CREATE, UPDATE, DELETE -> content(event, entry);
    }
  }

  /** The pattern has room for one object: of several documents it is what was asked for. */
  private static void content(AuditEvent event, AuditEntry entry) {
    AuditEventEntityComponent object = object(event, "4", "Domain Resource");
    if (entry.documents().size() == 1) {
      String document = entry.documents().keySet().iterator().next();
      object.setWhat(pointer("document", document).setType("DocumentReference"));
    } else if (!entry.object().isEmpty()) {
      object.setWhat(pointer("record", entry.object()));
    } else {
      object.setWhat(pointer("action", entry.action()));
    }
    new TreeMap<>(entry.documents())
        .forEach((document, version) ->
            detail(object, "document", version > 0 ? document + "|" + version : document));
    if (!entry.attachmentId().isEmpty()) {
      detail(object, "attachment", entry.attachmentId());
    }
  }

  private static AuditEventEntityComponent object(AuditEvent event, String role, String display) {
    return event
        .addEntity()
        .setType(coding(TERMINOLOGY + "audit-entity-type", "2", "System Object"))
        .setRole(coding(TERMINOLOGY + "object-role", role, display));
  }

  private static void detail(AuditEventEntityComponent object, String type, String value) {
    object.addDetail().setType(type).setValue(new StringType(value));
  }

  private static Reference pointer(String kind, String value) {
    return new Reference().setIdentifier(new Identifier().setSystem(OURS + kind).setValue(value));
  }

  static CodeableConcept concept(String system, String code, @Nullable String display) {
    return new CodeableConcept(coding(system, code, display));
  }

  private static Coding coding(String system, String code, @Nullable String display) {
    return new Coding(system, code, display);
  }
}
