package jp.tsunagaru.imaging;

import static jp.tsunagaru.imaging.TestFiles.concat;
import static jp.tsunagaru.imaging.TestFiles.docxParts;
import static jp.tsunagaru.imaging.TestFiles.jpeg;
import static jp.tsunagaru.imaging.TestFiles.pdf;
import static jp.tsunagaru.imaging.TestFiles.pe;
import static jp.tsunagaru.imaging.TestFiles.png;
import static jp.tsunagaru.imaging.TestFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import jp.tsunagaru.imaging.dicom.DicomBuilder;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileInspectorTest {
  @TempDir Path folder;

  @Test
  void allowed_content_is_accepted_with_its_own_type_under_any_harmless_name() {
    accepted(jpeg(40, 30), "photo.jpg", MediaKind.JPEG, "image/jpeg");
    accepted(TestFiles.photo(40, 30, 6), "photo.jpg", MediaKind.JPEG, "image/jpeg");
    accepted(png(40, 30), "photo.jpg", MediaKind.PNG, "image/png");
    accepted(png(40, 30), "unknown.qqq", MediaKind.PNG, "image/png");
    accepted(TestFiles.heic(4000, 3000), "IMG_1.HEIC", MediaKind.HEIC, "image/heic");
    accepted(pdf(2), "letter", MediaKind.PDF, "application/pdf");
    accepted(
        zip(docxParts()),
        "plan.docx",
        MediaKind.OFFICE,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    accepted(
        TestFiles.ole(0, "Root Entry", "WordDocument"),
        "old.doc",
        MediaKind.OFFICE,
        "application/msword");
    accepted(
        zip(
            Map.of(
                "mimetype",
                "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.UTF_8))),
        "a.odt",
        MediaKind.OFFICE,
        "application/vnd.oasis.opendocument.text");
  }

  @Test
  void text_in_utf8_and_shift_jis_is_accepted() {
    accepted("体温 36.5℃\n".getBytes(StandardCharsets.UTF_8), "a.txt", MediaKind.TEXT, "text/plain");
    accepted(
        "氏名,体温\n".getBytes(Charset.forName("windows-31j")), "a.csv", MediaKind.TEXT, "text/csv");
  }

  @Test
  void the_pages_of_a_pdf_and_the_frames_of_a_dicom_file_are_counted() {
    assertThat(((Inspection.Accepted) inspect(pdf(3), "a.pdf")).pages()).isEqualTo(3);
    byte[] frames = DicomBuilder.gray16().text(0x00280008, "IS", "4").pixels(new byte[256]).build();
    assertThat(((Inspection.Accepted) inspect(frames, "a.dcm")).pages()).isEqualTo(4);
  }

  @Test
  void the_patient_of_a_dicom_file_is_told() {
    assertThat(((Inspection.Accepted) inspect(TestFiles.dicom(), "a.dcm")).dicomPatient())
        .contains(new DicomPatient("Yamada^Tarou", "P-1", Optional.of(LocalDate.of(1940, 2, 3))));
  }

  @Test
  void a_dicom_file_that_cannot_be_rendered_is_still_accepted() {
    byte[] jpeg2000 =
        DicomBuilder.image("1.2.840.10008.1.2.4.90", "MONOCHROME2", 1, 8, 8)
            .fragments(new byte[] {1, 2})
            .build();
    accepted(jpeg2000, "a.dcm", MediaKind.DICOM, "application/dicom");
    byte[] report = DicomBuilder.gray16().build();
    assertThat(inspect(report, "a.dcm"))
        .isInstanceOfSatisfying(Inspection.Accepted.class, a -> assertThat(a.pages()).isZero());
  }

  @Test
  void an_empty_file_and_a_file_over_the_limit_are_refused() {
    rejected(new byte[0], "a.jpg", Reason.EMPTY);
    assertThat(
            FileInspector.inspect(file(jpeg(40, 30)), "a.jpg", Limits.standard().withMaxBytes(100)))
        .isInstanceOfSatisfying(
            Inspection.Rejected.class, r -> assertThat(r.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4D5A9000",
        "7F454C4602010100",
        "CFFAEDFE07000001",
        "CAFEBABE00000041",
        "2321202F62696E2F7368",
        "0061736D01000000",
        "4C0000000114020000"
      })
  void programs_are_refused_under_the_name_of_a_picture(String hex) {
    byte[] start = HexFormat.of().parseHex(hex);
    rejected(concat(start, new byte[600]), "photo.jpg", Reason.EXECUTABLE);
  }

  @Test
  void installers_and_java_archives_are_refused() {
    rejected(TestFiles.ole(0xC1084L, "Root Entry"), "photo.jpg", Reason.EXECUTABLE);
    rejected(
        zip(Map.of("META-INF/MANIFEST.MF", new byte[10], "a/B.class", new byte[4])),
        "photo.jpg",
        Reason.EXECUTABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "'@echo off\r\ndel x', a.jpg, EXECUTABLE",
    "'Set a = CreateObject(\"WScript.Shell\")', a.txt, EXECUTABLE",
    "'hello', a.bat, EXECUTABLE",
    "'hello', a.js, EXECUTABLE",
    "'<!DOCTYPE html><p>hello', a.txt, TYPE_NOT_ALLOWED",
    "'  <svg xmlns=\"x\"></svg>', a.png, TYPE_NOT_ALLOWED",
    "'<?xml version=\"1.0\"?><svg/>', a.svg, TYPE_NOT_ALLOWED",
    "'memo <script>alert(1)</script>', a.txt, TYPE_NOT_ALLOWED",
    "'hello', a.html, TYPE_NOT_ALLOWED",
    "'hello', a.jpg, NAME_MISMATCH",
    "'hello', a.docx, NAME_MISMATCH"
  })
  void scripts_markup_and_misnamed_text_are_refused(String text, String name, Reason reason) {
    rejected(text.getBytes(StandardCharsets.UTF_8), name, reason);
  }

  @Test
  void a_picture_named_as_a_program_is_refused() {
    rejected(jpeg(40, 30), "photo.jpg.exe", Reason.NAME_MISMATCH);
    rejected(jpeg(40, 30), "photo.html", Reason.NAME_MISMATCH);
  }

  @Test
  void other_types_are_refused() {
    rejected(
        "GIF89a\1\0\1\0".getBytes(StandardCharsets.ISO_8859_1), "a.gif", Reason.TYPE_NOT_ALLOWED);
    rejected(zip(Map.of("a.txt", new byte[3])), "a.zip", Reason.TYPE_NOT_ALLOWED);
  }

  @Test
  void office_documents_with_macros_are_refused_under_any_name() {
    Map<String, byte[]> project = docxParts();
    project.put("word/vbaProject.bin", new byte[10]);
    rejected(zip(project), "plan.docx", Reason.MACRO);
    rejected(
        zip(docxParts("application/vnd.ms-word.document.macroEnabled.main+xml")),
        "plan.docx",
        Reason.MACRO);
    Map<String, byte[]> sheet = docxParts();
    sheet.put("xl/macrosheets/sheet1.xml", new byte[10]);
    rejected(zip(sheet), "plan.xlsx", Reason.MACRO);
    rejected(TestFiles.ole(0, "Root Entry", "WordDocument", "VBA"), "a.doc", Reason.MACRO);
    rejected(TestFiles.ole(0, "R", "Workbook", "_VBA_PROJECT_CUR"), "a.xls", Reason.MACRO);
  }

  @Test
  void office_documents_that_carry_programs_or_load_templates_are_refused() {
    Map<String, byte[]> program = docxParts();
    program.put("word/embeddings/image.bin", pe());
    rejected(zip(program), "plan.docx", Reason.EXECUTABLE);
    Map<String, byte[]> nested = docxParts();
    nested.put(
        "word/embeddings/inner.docx",
        zip(docxParts("application/vnd.ms-word.document.macroEnabled.main+xml")));
    rejected(zip(nested), "plan.docx", Reason.MACRO);
    Map<String, byte[]> packed = docxParts();
    packed.put("word/embeddings/oleObject1.bin", TestFiles.ole(0, "Root Entry", "\1Ole10Native"));
    rejected(zip(packed), "plan.docx", Reason.EXECUTABLE);
    Map<String, byte[]> remote = docxParts();
    remote.put(
        "word/_rels/settings.xml.rels",
        ("<Relationship Type=\"http://x/attachedTemplate\" Target=\"https://host/t.dotm\""
                + " TargetMode=\"External\"/>")
            .getBytes(StandardCharsets.UTF_8));
    rejected(zip(remote), "plan.docx", Reason.MACRO);
  }

  @Test
  void files_that_need_a_password_are_refused() {
    rejected(TestFiles.pdfWithPassword("secret"), "a.pdf", Reason.ENCRYPTED);
    accepted(TestFiles.pdfWithPassword(""), "a.pdf", MediaKind.PDF, "application/pdf");
    rejected(TestFiles.ole(0, "Root Entry", "EncryptedPackage"), "a.docx", Reason.ENCRYPTED);
  }

  @ParameterizedTest
  @CsvSource({"JavaScript,JS", "Launch,F", "Named,JS"})
  void a_pdf_with_a_script_or_a_launch_action_is_refused(String action, String key) {
    rejected(TestFiles.pdfWithAction(action, key), "a.pdf", Reason.MACRO);
  }

  @Test
  void a_pdf_with_an_embedded_program_is_refused_and_one_with_text_is_not() throws IOException {
    rejected(pdfWith("note.txt", pe()), "a.pdf", Reason.EXECUTABLE);
    rejected(pdfWith("setup.exe", new byte[] {1, 2, 3}), "a.pdf", Reason.EXECUTABLE);
    accepted(
        pdfWith("note.txt", "hello".getBytes(StandardCharsets.UTF_8)),
        "a.pdf",
        MediaKind.PDF,
        "application/pdf");
  }

  @Test
  void two_formats_in_one_file_are_refused() {
    byte[] archive = zip(Map.of("a.txt", new byte[30]));
    byte[] html = "<html><script>1</script>".getBytes(StandardCharsets.US_ASCII);
    for (byte[] first : new byte[][] {jpeg(40, 30), png(40, 30), pdf(1)}) {
      rejected(concat(first, archive), "a.jpg", Reason.POLYGLOT);
      rejected(concat(first, pe()), "a.jpg", Reason.POLYGLOT);
      rejected(concat(first, html), "a.jpg", Reason.POLYGLOT);
      rejected(
          concat(first, "#!/bin/sh".getBytes(StandardCharsets.US_ASCII)), "a.jpg", Reason.POLYGLOT);
    }
    rejected(concat(TestFiles.dicom(), archive), "a.dcm", Reason.POLYGLOT);
  }

  @Test
  void a_second_picture_behind_a_photo_is_no_polyglot() {
    accepted(concat(jpeg(40, 30), jpeg(20, 10)), "a.jpg", MediaKind.JPEG, "image/jpeg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MZ", "#!/bin/sh\n", "<html>", "@echo off", "PK\3\4", "%PDF-1.4"})
  void a_dicom_file_with_something_that_runs_in_its_preamble_is_refused(String start) {
    byte[] file = TestFiles.dicom();
    byte[] text = start.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(text, 0, file, 0, text.length);
    rejected(file, "a.dcm", Reason.POLYGLOT);
  }

  @Test
  void a_dicom_preamble_that_is_a_tiff_header_is_accepted() {
    byte[] file = TestFiles.dicom();
    System.arraycopy(new byte[] {'I', 'I', 42, 0}, 0, file, 0, 4);
    accepted(file, "a.dcm", MediaKind.DICOM, "application/dicom");
  }

  @Test
  void truncated_files_are_refused() {
    for (byte[] whole :
        new byte[][] {
          jpeg(40, 30), png(40, 30), pdf(1), TestFiles.heic(40, 30), zip(docxParts())
        }) {
      rejected(Arrays.copyOf(whole, whole.length - 20), "a.bin", Reason.TRUNCATED);
      rejected(Arrays.copyOf(whole, whole.length * 2 / 3), "a.bin", Reason.TRUNCATED);
    }
    byte[] dicom = TestFiles.dicom();
    rejected(Arrays.copyOf(dicom, dicom.length - 20), "a.dcm", Reason.TRUNCATED);
  }

  @Test
  void corrupt_files_are_refused() {
    byte[] png = png(40, 30);
    png[45] ^= 1;
    rejected(png, "a.png", Reason.CORRUPT);
    rejected(
        "%PDF-1.4\nnothing\n%%EOF".getBytes(StandardCharsets.US_ASCII), "a.pdf", Reason.CORRUPT);
  }

  @Test
  void pixel_bombs_are_refused_by_their_header() {
    rejected(TestFiles.pngOfSize(png(40, 30), 60_000, 60_000), "a.png", Reason.PIXEL_BOMB);
    rejected(TestFiles.heic(60_000, 60_000), "a.heic", Reason.PIXEL_BOMB);
    byte[] jpeg = jpeg(40, 30);
    for (int i = 0; i < jpeg.length - 8; i++) {
      if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC0) {
        Arrays.fill(jpeg, i + 5, i + 9, (byte) 0xF0);
      }
    }
    rejected(jpeg, "a.jpg", Reason.PIXEL_BOMB);
    rejected(
        new DicomBuilder()
            .preamble(new byte[128])
            .text(0x00020010, "UI", "1.2.840.10008.1.2.5")
            .shorts(0x00280010, 60_000)
            .shorts(0x00280011, 60_000)
            .shorts(0x00280100, 8)
            .fragments(new byte[8])
            .build(),
        "a.dcm",
        Reason.PIXEL_BOMB);
  }

  @Test
  void zip_bombs_are_refused() throws IOException {
    Map<String, byte[]> parts = docxParts();
    parts.put("word/media/zeros.bin", new byte[3 << 20]);
    assertThat(
            FileInspector.inspect(
                file(zip(parts)), "a.docx", Limits.standard().withMaxInflatedBytes(1 << 20)))
        .isInstanceOfSatisfying(
            Inspection.Rejected.class, r -> assertThat(r.reason()).isEqualTo(Reason.ZIP_BOMB));
    assertThat(
            FileInspector.inspect(
                file(pdfWith("a.txt", new byte[3 << 20])),
                "a.pdf",
                Limits.standard().withMaxInflatedBytes(1 << 20)))
        .isInstanceOfSatisfying(
            Inspection.Rejected.class, r -> assertThat(r.reason()).isEqualTo(Reason.ZIP_BOMB));
  }

  private byte[] pdfWith(String name, byte[] content) throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      PDEmbeddedFile embedded =
          new PDEmbeddedFile(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
      PDComplexFileSpecification specification = new PDComplexFileSpecification();
      specification.setFile(name);
      specification.setEmbeddedFile(embedded);
      PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
      tree.setNames(Map.of("attachment", specification));
      PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
      names.setEmbeddedFiles(tree);
      document.getDocumentCatalog().setNames(names);
      return TestFiles.save(document);
    }
  }

  private void accepted(byte[] content, String name, MediaKind kind, String mediaType) {
    assertThat(inspect(content, name))
        .isInstanceOfSatisfying(
            Inspection.Accepted.class,
            a -> {
              assertThat(a.kind()).isEqualTo(kind);
              assertThat(a.mediaType()).isEqualTo(mediaType);
            });
  }

  private void rejected(byte[] content, String name, Reason reason) {
    assertThat(inspect(content, name))
        .isInstanceOfSatisfying(
            Inspection.Rejected.class, r -> assertThat(r.reason()).isEqualTo(reason));
  }

  private Inspection inspect(byte[] content, String name) {
    return FileInspector.inspect(file(content), name, Limits.standard());
  }

  private Path file(byte[] content) {
    try {
      return Files.write(folder.resolve("upload"), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
