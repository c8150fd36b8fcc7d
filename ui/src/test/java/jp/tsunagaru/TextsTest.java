package jp.tsunagaru;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.access.AccessReasons;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.EmergencyReason;
import jp.tsunagaru.access.LawfulGround;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.access.ReviewVerdict;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.Rule;
import jp.tsunagaru.access.query.LawfulOpenings;
import jp.tsunagaru.account.query.AccountState;
import jp.tsunagaru.audit.AttestationVerdict;
import jp.tsunagaru.audit.ReviewFinding;
import jp.tsunagaru.audit.query.AccessKind;
import jp.tsunagaru.audit.query.AccessMark;
import jp.tsunagaru.audit.query.AccessResult;
import jp.tsunagaru.audit.query.AttestationState;
import jp.tsunagaru.audit.query.AuditPurpose;
import jp.tsunagaru.audit.query.AuditScope;
import jp.tsunagaru.audit.query.LogReviewState;
import jp.tsunagaru.audit.query.OwnAccess;
import jp.tsunagaru.audit.query.ReviewStage;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ProxyGround;
import jp.tsunagaru.document.ArticlePart;
import jp.tsunagaru.document.DeletionReason;
import jp.tsunagaru.document.MedicineStep;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.VitalSign;
import jp.tsunagaru.document.query.DocumentKind;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.PublicField;
import jp.tsunagaru.facility.query.ApplicationState;
import jp.tsunagaru.form.FindingCode;
import jp.tsunagaru.form.FindingLevel;
import jp.tsunagaru.form.FormKind;
import jp.tsunagaru.form.query.ExportNote;
import jp.tsunagaru.form.query.FormState;
import jp.tsunagaru.form.query.GetFormExport;
import jp.tsunagaru.form.query.Provenance;
import jp.tsunagaru.incident.BreachReason;
import jp.tsunagaru.incident.IncidentKind;
import jp.tsunagaru.incident.MeasureKind;
import jp.tsunagaru.incident.ReportStage;
import jp.tsunagaru.incident.query.IncidentState;
import jp.tsunagaru.incident.query.Leg;
import jp.tsunagaru.incident.query.StepKind;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.japanese.ProfessionFamily;
import jp.tsunagaru.operation.query.Light;
import jp.tsunagaru.patient.query.BasicField;
import jp.tsunagaru.patient.query.ListFormat;
import jp.tsunagaru.patient.query.PatientState;
import jp.tsunagaru.patient.query.SharingSteps;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.support.Adoption;
import jp.tsunagaru.support.SupportKind;
import jp.tsunagaru.support.query.SupportState;
import jp.tsunagaru.support.query.SupportStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No sentence is missing, none is left over, and none stands in the code. */
class TextsTest {
  private static final Path SOURCES = Path.of(System.getProperty("basedir", "."), "src", "main");

  /** A comment, a text block, a string or a character: what has to be told apart in Java. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\\n]*|/\\*.*?\\*/|\"\"\"(.*?)(?<!\\\\)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\""
              + "|'(?:[^'\\\\]|\\\\.)+'",
          Pattern.DOTALL);

  private static final Pattern KEY = Pattern.compile("[a-z]\\w*(?:\\.\\w+)+\\.?");
  private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{\\|?([\\w.]+)");
  private static final Pattern JAPANESE =
      Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

  /** What is the same in Japanese. */
  private static final Pattern ADDRESS = Pattern.compile("[^@ ]+@[^@ ]+|/[^ ]*");

  private static final Pattern NO_WORDS =
      Pattern.compile("(?:\\{\\d\\}|FAX|E-mail|KB|MB|SpO2|/apply/|\\S+@example\\.jp|[^\\p{L}])*");

  private static final Map<String, String> TEXTS = texts(SOURCES.resolve("resources/texts"));

  private static final Map<String, Collection<? extends Enum<?>>> CONSTANTS =
      Map.ofEntries(
          all("profession", Profession.values()),
          all("family", ProfessionFamily.values()),
          all("family.badge", ProfessionFamily.values()),
          all("role", Role.values()),
          all("right", Right.values()),
          all("teamRole", TeamRole.values()),
          all("careLevel", CareLevel.values()),
          all("gender", Gender.values()),
          all("affiliation", Affiliation.values()),
          all("refusal", RefusalCode.values()),
          all("publicField", PublicField.values()),
          all("accountState", AccountState.values()),
          all("applicationState", ApplicationState.values()),
          all("status", ApplicationState.values()),
          all("auditScope", AuditScope.values()),
          all("audit.kind", AccessKind.values()),
          all("audit.mark", AccessMark.values()),
          all("audit.resultIs", AccessResult.values()),
          all("audit.purpose", AuditPurpose.values()),
          all("audit.own.deed", OwnAccess.Deed.values()),
          all("audit.own.paper.words", OwnAccess.Deed.values()),
          all("logReview.state", LogReviewState.values()),
          all("logReview.stage", ReviewStage.values()),
          all("logReview.finding", ReviewFinding.values()),
          all("logReview.mark", AccessMark.values()),
          all("attestation.state", AttestationState.values()),
          all("attestation.verdict", AttestationVerdict.values()),
          all("form.kind", FormKind.values()),
          all("form.export", GetFormExport.Format.values()),
          all("form.exportNote", ExportNote.Kind.values()),
          all("form.begin", FormKind.values()),
          all("form.finding", FindingCode.values()),
          all("form.level", FindingLevel.values()),
          all("form.origin", Provenance.Source.values()),
          all("formState", FormState.values()),
          all("document.reason", DeletionReason.values()),
          all("document.filter.kind", DocumentKind.values()),
          all("document.deleted.kind", DocumentKind.values()),
          all("document.part", ArticlePart.values()),
          all("medicine.step", MedicineStep.values()),
          all("vital.field", VitalSign.values()),
          all("vital.value", VitalSign.values()),
          all("field", VitalSign.values()),
          all("document.visibility", Visibility.Scope.values()),
          all("support.kind", SupportKind.values()),
          all("support.adoption", Adoption.values()),
          all("support.state", SupportState.values()),
          all("support.step", SupportStep.Kind.values()),
          all("print.purpose", PrintPurpose.values()),
          all("patient.format", ListFormat.values()),
          all("patient.field", BasicField.values()),
          all("patient.state", PatientState.values()),
          all("consent.kind", ConsentKind.values()),
          all("consent.ground", ProxyGround.values()),
          all("consent.step", SharingSteps.Kind.values()),
          all("emergency.reason", EmergencyReason.values()),
          all("lawful.ground", LawfulGround.values()),
          all("lawful.state", LawfulOpenings.State.values()),
          all("breakGlass.verdict", ReviewVerdict.values()),
          all("incident.kind", IncidentKind.values()),
          all("incident.measure", MeasureKind.values()),
          all("incident.breach.reason", BreachReason.values()),
          all("incident.commission", ReportStage.values()),
          all("incident.state", IncidentState.values()),
          all("incident.leg", Leg.values()),
          all("incident.waiting", Leg.Waiting.values()),
          all("incident.step", StepKind.values()),
          all("operation.light", Light.values()),
          all("careteam.why.rule", Rule.values()),
          all("careteam.why.because", Rule.values()),
          all("careteam.why.outcome", AccessReasons.Outcome.values()));

  static Set<String> enums() {
    return CONSTANTS.keySet();
  }

  @Test
  void every_key_in_the_code_has_a_text() throws IOException {
    Set<String> roots =
        TEXTS.keySet().stream()
            .map(key -> key.substring(0, key.indexOf('.')))
            .collect(Collectors.toUnmodifiableSet());
    Set<String> used = new TreeSet<>();
    for (String literal : literals()) {
      if (KEY.matcher(literal).matches()
          && !literal.endsWith(".css")
          && roots.contains(literal.substring(0, literal.indexOf('.')))) {
        used.add(literal);
      }
    }
    used.addAll(keysOfTemplates());
    assertThat(used).hasSizeGreaterThan(300);

    assertThat(used)
        .filteredOn(key ->
            TEXTS.keySet().stream()
                .noneMatch(text ->
                    text.equals(key) || text.startsWith(key.endsWith(".") ? key : key + ".")))
        .isEmpty();
  }

  @Test
  void every_text_is_used() throws IOException {
    Set<String> literals = new TreeSet<>(literals());
    literals.addAll(keysOfTemplates());
    Set<String> prefixes =
        literals.stream()
            .map(literal -> literal.endsWith(".") ? literal : literal + ".")
            .collect(Collectors.toUnmodifiableSet());
    Set<String> endings =
        literals.stream()
            .filter(literal -> literal.matches("\\.\\w+"))
            .collect(Collectors.toUnmodifiableSet());

    assertThat(TEXTS.keySet())
        .filteredOn(key -> !literals.contains(key))
        .filteredOn(key -> !prefixes.contains(key.substring(0, key.lastIndexOf('.') + 1)))
        .filteredOn(key ->
            endings.stream()
                .noneMatch(ending ->
                    key.endsWith(ending)
                        && literals.contains(key.substring(0, key.length() - ending.length()))))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("enums")
  void every_constant_has_its_words(String prefix) {
    assertThat(TEXTS.keySet())
        .containsAll(
            CONSTANTS.get(prefix).stream()
                .map(constant -> prefix + "." + constant.name())
                .toList());
  }

  @Test
  void the_audit_has_words_for_everything_that_a_person_can_do() {
    List<Class<?>> messages = Contracts.messages();
    assertThat(messages).hasSizeGreaterThan(40);
    assertThat(messages)
        .filteredOn(TextsTest::byPerson)
        .extracting(Class::getSimpleName)
        .allSatisfy(name -> assertThat(TEXTS).containsKey("audit.action." + name));
  }

  private static boolean byPerson(Class<?> message) {
    AllowedFor allowed = message.getAnnotation(AllowedFor.class);
    return allowed == null
        || Arrays.stream(allowed.value())
            .anyMatch(role -> role != Role.SYSTEM && role != Role.PUBLIC);
  }

  @Test
  void the_screen_says_patient_and_never_subject_of_the_terms() {
    assertThat(TEXTS)
        .allSatisfy((key, text) ->
            // 事業対象者 is the name of a care level, not of a person of this system.
            assertThat(text.replace("事業対象者", "")).as(key).doesNotContain("対象者"));
  }

  @Test
  void every_text_is_japanese() {
    Map<String, String> all = new TreeMap<>(TEXTS);
    for (Path module : List.of(Path.of("../command-side/model"), Path.of("../axon-config"))) {
      Path folder =
          SOURCES.resolve("../..").resolve(module).resolve("src/main/resources/texts").normalize();
      all.putAll(texts(folder));
    }
    assertThat(all).hasSizeGreaterThan(TEXTS.size());
    assertThat(all.entrySet())
        .filteredOn(text ->
            !JAPANESE.matcher(text.getValue()).find()
                && !NO_WORDS.matcher(text.getValue()).matches()
                && !ADDRESS.matcher(text.getValue()).matches())
        .isEmpty();
  }

  @Test
  void no_sentence_stands_in_the_code() throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    for (Path source : files(SOURCES.resolve("java"), ".java")) {
      List<String> sentences =
          literals(source).stream().filter(text -> JAPANESE.matcher(text).find()).toList();
      if (!sentences.isEmpty()) {
        found.put(source.getFileName().toString(), sentences);
      }
    }
    assertThat(found).isEmpty();
  }

  private static List<String> literals() throws IOException {
    List<String> all = new ArrayList<>();
    for (Path source : files(SOURCES.resolve("java"), ".java")) {
      all.addAll(literals(source));
    }
    return all;
  }

  private static List<String> literals(Path source) throws IOException {
    List<String> found = new ArrayList<>();
    Matcher token = TOKEN.matcher(Files.readString(source));
    while (token.find()) {
      if (token.group(1) != null) {
        found.add(token.group(1));
      } else if (token.group(2) != null) {
        found.add(token.group(2));
      }
    }
    return found;
  }

  private static Set<String> keysOfTemplates() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Path template : files(SOURCES.resolve("resources/templates"), ".html")) {
      Matcher key = IN_TEMPLATE.matcher(Files.readString(template));
      while (key.find()) {
        keys.add(key.group(1));
      }
    }
    return keys;
  }

  private static Map<String, String> texts(Path folder) {
    Map<String, String> all = new TreeMap<>();
    try {
      for (Path bundle : files(folder, ".properties")) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
          texts.load(reader);
        }
        texts.stringPropertyNames().forEach(key -> all.put(key, texts.getProperty(key)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static Map.Entry<String, Collection<? extends Enum<?>>> all(
      String prefix, Enum<?>... constants) {
    return Map.entry(prefix, List.of(constants));
  }
}
