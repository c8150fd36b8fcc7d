package jp.tsunagaru.terms.write;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import jp.tsunagaru.terms.TermsInForce;
import jp.tsunagaru.terms.TermsText;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The documents in force, read once at the start: those of the city's folder, and for each that is
 * not there the packaged one. A file that cannot be read stops the start: nobody shall agree to a
 * text by mistake.
 */
@Component
final class TermsFiles implements TermsInForce {
  private final TermsText terms;
  private final TermsText policy;
  private final TermsText consentForm;

  TermsFiles(@Value("${tsunagaru.terms.directory:}") String directory) throws IOException {
    this.terms = read(directory, "terms.txt", TermsText.Kind.TERMS);
    this.policy = read(directory, "policy.txt", TermsText.Kind.POLICY);
    this.consentForm = read(directory, "consent-form.txt", TermsText.Kind.CONSENT_FORM);
  }

  @Override
  public TermsText terms() {
    return terms;
  }

  @Override
  public TermsText policy() {
    return policy;
  }

  @Override
  public TermsText consentForm() {
    return consentForm;
  }

  private static TermsText read(String directory, String file, TermsText.Kind kind)
      throws IOException {
    if (!directory.isBlank()) {
      Path folder = Path.of(directory);
      if (!Files.isDirectory(folder)) {
        throw new IOException("tsunagaru.terms.directory is not a folder");
      }
      Path own = folder.resolve(file);
      if (Files.exists(own)) {
        return TermsFile.parse(kind, Files.readAllBytes(own), file);
      }
    }
    try (InputStream packaged =
        Objects.requireNonNull(TermsFiles.class.getResourceAsStream("/terms/" + file))) {
      return TermsFile.parse(kind, packaged.readAllBytes(), file);
    }
  }
}
