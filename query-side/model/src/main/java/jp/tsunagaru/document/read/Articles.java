package jp.tsunagaru.document.read;

import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.form.WrittenForm;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the sealed content of documents; blank once the key is destroyed (消去済み). */
@Component
class Articles {
  private static final WrittenArticle ERASED =
      new WrittenArticle(new ArticleContent("", ""), new AuthorAsWritten("", ""));

  private final Sealer sealer;

  Articles(Sealer sealer) {
    this.sealer = sealer;
  }

  /**
   * @param formVersion of an official form, which says its title here and its content on its sheet
   */
  WrittenArticle open(
      String documentId, String patientId, byte[] sealed, @Nullable String formVersion) {
    if (formVersion != null) {
      String title = FormDefinitions.official().of(formVersion).title();
      return sealer
          .sealed(subject(documentId, patientId), sealed, WrittenForm.class)
          .read()
          .map(form -> new WrittenArticle(new ArticleContent(title, title), form.author()))
          .orElse(ERASED);
    }
    return sealed.length == 0
        ? ERASED
        : sealer
            .sealed(subject(documentId, patientId), sealed, WrittenArticle.class)
            .read()
            .orElse(ERASED);
  }

  /** A reason or a note. */
  String openText(String documentId, String patientId, byte[] sealed) {
    return sealed.length == 0
        ? ""
        : sealer.sealed(subject(documentId, patientId), sealed, String.class).read().orElse("");
  }

  private static Subject subject(String documentId, String patientId) {
    return Subject.of(new DocumentId(documentId), new PatientId(patientId));
  }
}
