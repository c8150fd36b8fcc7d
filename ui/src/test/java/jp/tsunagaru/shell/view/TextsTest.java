package jp.tsunagaru.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.query.AccountState;
import jp.tsunagaru.audit.query.AuditScope;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.PublicField;
import jp.tsunagaru.facility.query.ApplicationState;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.japanese.ProfessionFamily;
import jp.tsunagaru.refusal.RefusalCode;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Pattern IN_CODE =
      Pattern.compile("Texts\\s*\\.get\\(\\s*\"([^\"]+)\"\\s*[,)]");
  private static final Pattern IN_TEMPLATES = Pattern.compile("#\\{([a-zA-Z][a-zA-Z0-9.]*)[(}]");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");

  @Test
  void every_constant_shown_to_people_has_a_japanese_name() {
    assertNamed("refusal", RefusalCode.values());
    assertNamed("profession", Profession.values());
    assertNamed("family", ProfessionFamily.values());
    assertNamed("family.badge", ProfessionFamily.values());
    assertNamed("role", Role.values());
    assertNamed("right", Right.values());
    assertNamed("teamRole", TeamRole.values());
    assertNamed("careLevel", CareLevel.values());
    assertNamed("gender", Gender.values());
    assertNamed("affiliation", Affiliation.values());
    assertNamed("publicField", PublicField.values());
    assertNamed("applicationState", ApplicationState.values());
    assertNamed("status", ApplicationState.values());
    assertNamed("accountState", AccountState.values());
    assertNamed("auditScope", AuditScope.values());
  }

  @Test
  void every_key_written_in_code_has_a_text() throws IOException {
    List<String> keys = found(SOURCES, ".java", IN_CODE);

    assertThat(keys)
        .hasSizeGreaterThan(100)
        .allSatisfy(key -> assertThat(Texts.find(key)).isPresent());
  }

  @Test
  void every_key_written_in_templates_has_a_text() throws IOException {
    List<String> keys = found(TEMPLATES, ".html", IN_TEMPLATES);

    assertThat(keys)
        .hasSizeGreaterThan(30)
        .allSatisfy(key -> assertThat(Texts.find(key)).isPresent());
  }

  /** Note under 別紙1: screens say 患者 (PT-13); 事業対象者 is the name of a care level. */
  @Test
  void no_text_calls_a_patient_by_the_word_of_the_terms() {
    assertThat(Texts.all())
        .isNotEmpty()
        .allSatisfy((key, text) -> assertThat(text.replace("事業対象者", "")).doesNotContain("対象者"));
  }

  private static void assertNamed(String prefix, Enum<?>[] constants) {
    assertThat(constants)
        .isNotEmpty()
        .allSatisfy(constant ->
            assertThat(Texts.find(prefix + "." + constant.name()).orElse(""))
                .as(prefix + "." + constant.name())
                .isNotBlank());
  }

  private static List<String> found(Path folder, String ending, Pattern pattern)
      throws IOException {
    List<String> keys = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
          keys.add(matcher.group(1));
        }
      }
    }
    return keys;
  }
}
