package jp.tsunagaru.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.tsunagaru.fhir.AuditEntry.Actor;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Coding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is written is valid FHIR R4, and the patterns of BALP hold; both are said by the validator
 * of HAPI, not by what this software takes for right.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditEventsTest {
  private static final Instant AT = Instant.parse("2026-11-24T23:15:30.123Z");
  private static final Actor NURSE =
      new Actor(
          "acc_01K0000000000000000000NURS",
          "hanako-k",
          "小牧 花子",
          Set.of("CARE_USER"),
          "NURSE",
          "看護師",
          "fac_01K00000000000000000STATIO",
          "こまき訪問看護ステーション",
          "ses_01K0000000000000000000SESS",
          "192.0.2.17");

  private final FhirContext fhir = FhirContext.forR4Cached();
  private final AuditEvents events = new AuditEvents("小牧市", "tsunagaru.local");
  private FhirValidator validator;

  @BeforeAll
  void patterns() throws IOException {
    PrePopulatedValidationSupport patterns = new PrePopulatedValidationSupport(fhir);
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/balp"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
        IBaseResource resource = fhir.newJsonParser().parseResource(Files.readString(file));
        patterns.addResource(resource);
      }
    }
    UnknownCodeSystemWarningValidationSupport unknown =
        new UnknownCodeSystemWarningValidationSupport(fhir);
    FhirInstanceValidator module =
        new FhirInstanceValidator(
            new ValidationSupportChain(
                new DefaultProfileValidationSupport(fhir),
                patterns,
                new CommonCodeSystemsTerminologyService(fhir),
                new InMemoryTerminologyServerValidationSupport(fhir),
                new SnapshotGeneratingValidationSupport(fhir),
                unknown));
    validator = fhir.newValidator().registerValidatorModule(module);
  }

  static Stream<AuditEntry> entries() {
    return Stream.concat(
        Arrays.stream(Operation.values())
            .flatMap(operation ->
                Stream.of(
                    entry(operation, NURSE, "", false),
                    entry(operation, NURSE, "", true),
                    entry(operation, NURSE, "NOT_IN_TEAM", false),
                    entry(operation, visitor(), "UNKNOWN", false))),
        Stream.of(Operation.CREATE, Operation.UPDATE, Operation.DELETE)
            .flatMap(operation ->
                Stream.of(
                    written(operation, NURSE, "pat_1", Map.of("doc_1", 2L), "", ""),
                    written(operation, NURSE, "pat_1", Map.of("doc_1", 0L), "att_1", ""),
                    written(operation, NURSE, "pat_1", Map.of(), "", ""),
                    written(operation, NURSE, "", Map.of(), "", "acc_1"),
                    written(operation, system(), "pat_1", Map.of("doc_1", 0L), "", ""),
                    written(operation, visitor(), "", Map.of(), "", "apl_1"))));
  }

  @Test
  void what_was_changed_is_the_object_where_it_is_no_document() {
    AuditEvent event = events.event(written(Operation.UPDATE, NURSE, "", Map.of(), "", "acc_1"));

    assertThat(event.getEntity()).hasSize(1);
    assertThat(event.getEntityFirstRep().getWhat().getIdentifier().getValue()).isEqualTo("acc_1");
    assertThat(events.event(written(Operation.DELETE, system(), "pat_1", Map.of(), "", "")))
        .satisfies(byItself -> {
          assertThat(byItself.getMeta().getProfile()).isEmpty();
          assertThat(byItself.getAgentFirstRep().getRequestor()).isTrue();
        });
  }

  @ParameterizedTest
  @MethodSource("entries")
  void every_line_is_valid_and_keeps_its_pattern(AuditEntry entry) {
    String line = events.line(entry);
    assertThat(line).doesNotContain("\n");

    AuditEvent read = fhir.newJsonParser().parseResource(AuditEvent.class, line);
    String pattern = Patterns.of(entry);
    assertThat(read.getMeta().getProfile())
        .extracting(profile -> profile.getValue().replace(AuditEvents.PROFILES, ""))
        .containsExactlyElementsOf(pattern.isEmpty() ? List.of() : List.of(pattern));
    assertThat(errors(line)).isEmpty();
  }

  /** What the patterns ask for is asked for indeed: without it the same line is refused. */
  static Stream<Arguments> broken() {
    return Stream.of(
        broken(Operation.READ, "no address", event -> event.getAgent().getFirst().setNetwork(null)),
        broken(Operation.READ, "no patient", event -> event.getEntity().removeFirst()),
        broken(Operation.READ, "two objects", event -> event.addEntity(event.getEntity().get(1))),
        broken(
            Operation.READ, "nobody's role", event -> event.getEntity().getFirst().setRole(null)),
        broken(Operation.EXPORT, "no server", event -> event.getAgent().remove(1)),
        broken(Operation.CREATE, "changed", event -> event.setAction(AuditEventAction.U)),
        broken(Operation.UPDATE, "failed", event -> event.setOutcome(AuditEventOutcome._8)),
        broken(Operation.DELETE, "no interaction", event -> event.getSubtype().removeFirst()),
        broken(Operation.SEARCH, "no query", event -> event.getEntity().getFirst().setQuery(null)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("broken")
  void a_line_that_breaks_its_pattern_is_refused(
      Operation operation, String name, Consumer<AuditEvent> breaking) {
    AuditEvent event = events.event(entry(operation, NURSE, "", false));
    breaking.accept(event);

    assertThat(errors(fhir.newJsonParser().encodeResourceToString(event))).isNotEmpty();
  }

  @Test
  void one_document_is_the_object_itself_and_nobody_who_is_cared_for_is_named() {
    AuditEntry one =
        new AuditEntry(
            "0b6d2c1e-6f5a-4a53-9a53-8f0c3d9a7e11",
            AT,
            Operation.READ,
            "GetVersions",
            NURSE,
            "",
            false,
            "pat_1",
            Map.of("doc_1", 2L),
            "att_1",
            "",
            ActReason.TREAT,
            -1);

    String line = events.line(one);

    AuditEvent event = fhir.newJsonParser().parseResource(AuditEvent.class, line);
    assertThat(event.getRecordedElement().getValueAsString()).isEqualTo("2026-11-24T23:15:30.123Z");
    assertThat(event.getAgent().get(2).getName()).isEqualTo("小牧 花子");
    assertThat(event.getEntity().getFirst().hasName()).isFalse();
    assertThat(event.getEntity().get(1).getWhat().getIdentifier().getValue()).isEqualTo("doc_1");
    assertThat(event.getEntity().get(1).getDetail())
        .extracting(detail -> detail.getType() + " " + detail.getValue())
        .containsExactly("document doc_1|2", "attachment att_1");
    assertThat(event.getPurposeOfEventFirstRep().getCodingFirstRep().getCode()).isEqualTo("TREAT");
  }

  @Test
  void an_emergency_says_so_twice() {
    AuditEvent event = events.event(entry(Operation.READ, NURSE, "", true));

    assertThat(event.getSubtype()).extracting(Coding::getCode).contains("110127");
    assertThat(event.getPurposeOfEventFirstRep().getCodingFirstRep().getCode()).isEqualTo("ETREAT");
  }

  private static Arguments broken(Operation operation, String name, Consumer<AuditEvent> breaking) {
    return Arguments.of(operation, name, breaking);
  }

  static AuditEntry entry(Operation operation, Actor actor, String refusal, boolean emergency) {
    boolean session = operation == Operation.SIGN_IN || operation == Operation.SIGN_OUT;
    boolean whole = session || operation == Operation.SEARCH;
    return new AuditEntry(
        "0b6d2c1e-6f5a-4a53-9a53-8f0c3d9a7e11",
        AT,
        operation,
        "GetTimeline",
        actor,
        refusal,
        emergency && !whole,
        whole ? "" : "pat_01K000000000000000000PATIE",
        whole ? Map.of() : Map.of("doc_1", 1L, "doc_2", 3L),
        "",
        "",
        whole ? null : ActReason.TREAT,
        operation == Operation.SIGN_OUT ? 1800 : -1);
  }

  /** As it is told of a change. */
  private static AuditEntry written(
      Operation operation,
      Actor actor,
      String patient,
      Map<String, Long> documents,
      String attachment,
      String object) {
    return new AuditEntry(
        "0b6d2c1e-6f5a-4a53-9a53-8f0c3d9a7e12",
        AT,
        operation,
        "DocumentRevised",
        actor,
        "",
        false,
        patient,
        documents,
        attachment,
        object,
        actor.equals(NURSE) ? ActReason.TREAT : null,
        -1);
  }

  private static Actor system() {
    return new Actor("", "", "", Set.of("system"), "", "", "", "", "", "");
  }

  private static Actor visitor() {
    return new Actor("", "", "", Set.of(), "", "", "", "", "", "192.0.2.99");
  }

  private List<String> errors(String line) {
    ValidationResult result = validator.validateWithResult(line);
    List<String> errors = new ArrayList<>();
    for (SingleValidationMessage message : result.getMessages()) {
      if (message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal()) {
        errors.add(
            message.getSeverity() + " " + message.getLocationString() + " " + message.getMessage());
      }
    }
    return errors;
  }
}
