package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file beyond the limit (DC-06): refused with a reason, and nothing that was written is lost. */
class LargeFileTest {
  private static final long LIMIT = 50L << 20;

  private final Preparation preparation = Preparation.ofRunningApplication();

  @Test
  void a_file_over_the_limit_is_named_with_the_limit_and_the_draft_stays(@TempDir Path folder)
      throws IOException {
    Preparation.Worker administrator =
        preparation.facility(
            preparation.city(), "おおもの訪問看護", Affiliation.MEDICAL_ASSOCIATION, "omono-admin");
    Preparation.Worker nurse =
        preparation.worker(
            administrator,
            "omono-kango",
            new PersonName("大物", "送", "おおもの", "おくる"),
            Profession.NURSE,
            Role.CARE_USER);
    PatientId patient =
        preparation.patient(nurse, Preparation.person("容量", "ミチ", "ようりょう", "みち", "0568-42-0004"));
    Path large = folder.resolve("胸部の動画.mp4");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(LIMIT + 1);
    }

    Person person = Person.withTablet().signsIn("omono-kango", Preparation.PASSWORD);
    person.goes("/patients/" + patient.value());
    person.writes("動画も送ります。呼吸は落ち着いています。");
    person.page.locator("vaadin-upload input[type=file]").last().setInputFiles(large);

    assertThat(person.page.locator(".file-refusal"))
        .containsText("胸部の動画.mp4", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    assertThat(person.page.locator(".file-refusal")).containsText("上限50MB");
    assertThat(person.field("連絡帳の本文")).hasValue("動画も送ります。呼吸は落ち着いています。");
    person.sees("下書き保存済み");
    person.shot("large-file");

    person.page.reload();
    assertThat(person.field("連絡帳の本文")).hasValue("動画も送ります。呼吸は落ち着いています。");
    assertThat(person.page.locator(".composer .file-row")).hasCount(0);
    person.press("投稿");
    assertThat(person.entry("呼吸は落ち着いています")).isVisible();
    assertThat(person.complaints()).isEmpty();
    person.close();
    Files.delete(large);
  }
}
