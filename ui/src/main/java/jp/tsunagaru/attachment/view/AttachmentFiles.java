package jp.tsunagaru.attachment.view;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.FileContents;
import jp.tsunagaru.attachment.FilePictures;
import jp.tsunagaru.attachment.query.FindFile;
import jp.tsunagaru.attachment.query.FoundFile;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.Refusals;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Hands out the bytes of files. Every request is decided and recorded anew, so a link is worth
 * nothing without the right of this moment (TM-06), and nothing stays in a cache. Only pictures
 * this software made itself are shown inside a page; whatever somebody uploaded is a download.
 */
@Controller
class AttachmentFiles {
  static final String PATH = "/files/";
  private static final String OURS = "image/jpeg";
  private static final int SECONDS = 20;

  private final QueryGateway queries;
  private final FileContents contents;
  private final FilePictures pictures;

  AttachmentFiles(QueryGateway queries, FileContents contents, FilePictures pictures) {
    this.queries = queries;
    this.contents = contents;
    this.pictures = pictures;
  }

  @GetMapping(PATH + "{patient}/{document}/{attachment}")
  void original(
      @PathVariable("patient") String patient,
      @PathVariable("document") String document,
      @PathVariable("attachment") String attachment,
      HttpServletResponse response)
      throws IOException {
    answer(patient, document, attachment, "", response, found -> bytes(found, false, response));
  }

  @GetMapping(PATH + "{patient}/{document}/{attachment}/{address}")
  void rendition(
      @PathVariable("patient") String patient,
      @PathVariable("document") String document,
      @PathVariable("attachment") String attachment,
      @PathVariable("address") String address,
      HttpServletResponse response)
      throws IOException {
    answer(patient, document, attachment, address, response, found -> bytes(found, true, response));
  }

  /** A picture made now; the numbers in the address say nothing about a person. */
  @GetMapping(PATH + "{patient}/{document}/{attachment}/page/{page}")
  void page(
      @PathVariable("patient") String patient,
      @PathVariable("document") String document,
      @PathVariable("attachment") String attachment,
      @PathVariable("page") int page,
      HttpServletResponse response)
      throws IOException {
    FilePictures.View view = new FilePictures.View(page, Optional.empty());
    answer(patient, document, attachment, "", response, found -> picture(found, view, response));
  }

  @GetMapping(PATH + "{patient}/{document}/{attachment}/page/{page}/window/{center}/{width}")
  void window(
      @PathVariable("patient") String patient,
      @PathVariable("document") String document,
      @PathVariable("attachment") String attachment,
      @PathVariable("page") int page,
      @PathVariable("center") double center,
      @PathVariable("width") double width,
      HttpServletResponse response)
      throws IOException {
    answer(
        patient,
        document,
        attachment,
        "",
        response,
        found -> {
          FilePictures.Window window = new FilePictures.Window(center, width);
          picture(found, new FilePictures.View(page, Optional.of(window)), response);
        });
  }

  private interface Hand {
    void over(FoundFile found) throws IOException;
  }

  private void answer(
      String patient,
      String document,
      String attachment,
      String address,
      HttpServletResponse response,
      Hand hand)
      throws IOException {
    closeDoors(response);
    try {
      FindFile question =
          new FindFile(
              new PatientId(patient),
              new DocumentId(document),
              new AttachmentId(attachment),
              address);
      FoundFile found = queries.query(question, FoundFile.class).get(SECONDS, TimeUnit.SECONDS);
      hand.over(found);
    } catch (IllegalArgumentException | Refused | ExecutionException refused) {
      refuse(refused, response);
    } catch (TimeoutException tooSlow) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private void picture(FoundFile found, FilePictures.View view, HttpServletResponse response)
      throws IOException {
    byte[] picture = pictures.picture(found.documentId(), found.file(), view);
    response.setContentType(OURS);
    response.setContentLength(picture.length);
    response.getOutputStream().write(picture);
  }

  private void bytes(FoundFile found, boolean rendition, HttpServletResponse response)
      throws IOException {
    try (InputStream bytes = contents.open(found.documentId(), found.file())) {
      boolean inline = rendition && OURS.equals(found.file().mediaType());
      ContentDisposition disposition =
          (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
              .filename(found.name(), StandardCharsets.UTF_8)
              .build();
      response.setContentType(found.file().mediaType());
      response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
      response.setContentLengthLong(found.file().size());
      bytes.transferTo(response.getOutputStream());
    }
  }

  private static void closeDoors(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  /** A file that may not be seen and one that does not exist look the same (PT-12). */
  private static void refuse(Throwable failure, HttpServletResponse response) {
    Optional<RefusalCode> code = Refusals.find(failure).map(Refused::code);
    boolean known =
        failure instanceof IllegalArgumentException
            || code.filter(c -> c != RefusalCode.UNAVAILABLE).isPresent();
    if (!response.isCommitted()) {
      response.setStatus(
          known ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }
}
