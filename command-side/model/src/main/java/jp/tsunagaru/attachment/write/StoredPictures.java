package jp.tsunagaru.attachment.write;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import jp.tsunagaru.attachment.FileContents;
import jp.tsunagaru.attachment.FilePictures;
import jp.tsunagaru.attachment.StoredFile;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.imaging.Limits;
import jp.tsunagaru.imaging.MediaKind;
import jp.tsunagaru.imaging.PictureFacts;
import jp.tsunagaru.imaging.Reason;
import jp.tsunagaru.imaging.RenderOptions;
import jp.tsunagaru.imaging.RenderRefused;
import jp.tsunagaru.imaging.Rendered;
import jp.tsunagaru.imaging.worker.ConversionJob;
import jp.tsunagaru.imaging.worker.ConversionWorkers;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.springframework.stereotype.Component;

/** Clear bytes lie in the work folder for as long as the worker reads them. */
@Component
class StoredPictures implements FilePictures {
  private static final RenderRefused BUSY = new RenderRefused(Reason.BUSY, Map.of());

  /** Somebody is looking at an empty place meanwhile. */
  private static final int PATIENCE_SECONDS = 30;

  private final FileContents contents;
  private final WorkFolder work;
  private final ConversionWorkers workers;

  StoredPictures(FileContents contents, WorkFolder work, ConversionWorkers workers) {
    this.contents = contents;
    this.work = work;
    this.workers = workers;
  }

  @Override
  public byte[] picture(DocumentId documentId, StoredFile original, View view) throws IOException {
    MediaKind kind = kind(original).orElseThrow(() -> new Refused(RefusalCode.FILE_TYPE));
    Path folder = work.newFolder();
    try {
      Path clear = clear(documentId, original, folder);
      RenderOptions options =
          new RenderOptions(
              OptionalInt.of(view.page()),
              value(view.window().map(Window::center)),
              value(view.window().map(Window::width)),
              Limits.standard());
      return switch (workers
          .convert(new ConversionJob(clear, kind, folder.resolve("out"), options))
          .completeOnTimeout(BUSY, PATIENCE_SECONDS, TimeUnit.SECONDS)
          .join()) {
        case Rendered rendered -> Files.readAllBytes(rendered.display());
        case RenderRefused refused when refused.reason() == Reason.NO_SUCH_PAGE ->
            throw new Refused(RefusalCode.NOT_FOUND);
        case RenderRefused refused -> throw new Refused(Refusals.of(refused.reason()));
      };
    } finally {
      WorkFolder.delete(folder);
    }
  }

  @Override
  public Optional<Choices> choices(DocumentId documentId, StoredFile original) throws IOException {
    if (kind(original).filter(MediaKind.DICOM::equals).isEmpty()) {
      return Optional.empty();
    }
    Path folder = work.newFolder();
    try {
      return workers
          .describe(clear(documentId, original, folder))
          .completeOnTimeout(Optional.empty(), PATIENCE_SECONDS, TimeUnit.SECONDS)
          .join()
          .map(StoredPictures::told);
    } finally {
      WorkFolder.delete(folder);
    }
  }

  private Path clear(DocumentId documentId, StoredFile original, Path folder) throws IOException {
    Path clear = folder.resolve("original");
    try (InputStream bytes = contents.open(documentId, original)) {
      Files.copy(bytes, clear);
    }
    return clear;
  }

  private static Choices told(PictureFacts facts) {
    List<Window> windows =
        facts.windows().stream().flatMap(window -> window(window).stream()).toList();
    return new Choices(facts.pages(), facts.gray(), facts.modality(), windows);
  }

  /** What a file names may be senseless. */
  private static Optional<Window> window(PictureFacts.Window named) {
    try {
      return Optional.of(new Window(named.center(), named.width()));
    } catch (IllegalArgumentException senseless) {
      return Optional.empty();
    }
  }

  private static Optional<MediaKind> kind(StoredFile file) {
    return switch (file.mediaType()) {
      case "application/dicom" -> Optional.of(MediaKind.DICOM);
      case "application/pdf" -> Optional.of(MediaKind.PDF);
      default -> Optional.empty();
    };
  }

  private static OptionalDouble value(Optional<Double> value) {
    return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
  }
}
