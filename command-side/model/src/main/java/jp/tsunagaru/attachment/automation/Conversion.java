package jp.tsunagaru.attachment.automation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.attachment.Rendition;
import jp.tsunagaru.attachment.StoredFile;
import jp.tsunagaru.attachment.automation.PendingConversions.Pending;
import jp.tsunagaru.attachment.command.RecordConversionFailure;
import jp.tsunagaru.attachment.command.RecordRenditions;
import jp.tsunagaru.attachment.write.WorkFolder;
import jp.tsunagaru.axon.seal.KeyDestroyedException;
import jp.tsunagaru.axon.seal.KeyStore;
import jp.tsunagaru.axon.vault.FileVault;
import jp.tsunagaru.imaging.MediaKind;
import jp.tsunagaru.imaging.Reason;
import jp.tsunagaru.imaging.RenderOptions;
import jp.tsunagaru.imaging.RenderOutcome;
import jp.tsunagaru.imaging.RenderRefused;
import jp.tsunagaru.imaging.Rendered;
import jp.tsunagaru.imaging.Rendering;
import jp.tsunagaru.imaging.worker.ConversionJob;
import jp.tsunagaru.imaging.worker.ConversionWorkers;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes the pictures of one file: a thumbnail and a display picture of the first page or the
 * representative frame, and display pictures of further pages while time and number allow (DC-07,
 * DC-08). Holds no database transaction.
 */
@Component
class Conversion {
  private static final int MAX_ATTEMPTS = 3;
  private static final Duration FURTHER_PAGES = Duration.ofSeconds(30);
  private static final String JPEG = "image/jpeg";

  private final CommandGateway commands;
  private final FileVault vault;
  private final KeyStore keys;
  private final WorkFolder work;
  private final ConversionWorkers workers;
  private final PendingConversions pending;
  private final int maxPages;

  Conversion(
      CommandGateway commands,
      FileVault vault,
      KeyStore keys,
      WorkFolder work,
      ConversionWorkers workers,
      PendingConversions pending,
      @Value("${tsunagaru.files.max-display-pages:20}") int maxPages) {
    this.commands = commands;
    this.vault = vault;
    this.keys = keys;
    this.work = work;
    this.workers = workers;
    this.pending = pending;
    this.maxPages = maxPages;
  }

  /** Ends in a recorded outcome, or throws and leaves the file pending. */
  void convert(Pending file) throws IOException {
    if (!keys.readable(file.subject())) {
      pending.drop(file.attachmentId());
      return;
    }
    if (file.attempts() > MAX_ATTEMPTS) {
      recordFailure(file, Reason.CRASHED);
      return;
    }
    Path folder = work.newFolder();
    try {
      convert(file, folder);
    } catch (KeyDestroyedException purgedMeanwhile) {
      pending.drop(file.attachmentId());
    } finally {
      WorkFolder.delete(folder);
    }
  }

  private void convert(Pending file, Path folder) throws IOException {
    Path original = folder.resolve("original");
    Optional<InputStream> clear = vault.open(file.subject(), file.address());
    if (clear.isEmpty()) {
      throw new IOException("a file is missing in the vault");
    }
    try (InputStream in = clear.get()) {
      Files.copy(in, original);
    }
    long started = System.nanoTime();
    switch (render(file, original, folder.resolve("first"), RenderOptions.standard())) {
      case RenderRefused refused when refused.reason() == Reason.BUSY ->
          throw new IOException("the conversion workers are busy");
      case RenderRefused refused
          when refused.reason() == Reason.CRASHED && file.attempts() < MAX_ATTEMPTS ->
          throw new IOException("a conversion worker ended");
      case RenderRefused refused -> recordFailure(file, refused.reason());
      case Rendered first -> {
        List<Rendition> renditions = new ArrayList<>();
        try {
          renditions.add(thumbnail(file, first));
          renditions.add(display(file, first));
          addFurtherPages(file, original, folder, first.page(), started, renditions);
          record(file, renditions);
        } catch (IOException | RuntimeException problem) {
          // The next attempt makes them anew. A command of unknown outcome keeps its files.
          if (!(problem instanceof UnknownOutcome)) {
            delete(renditions);
          }
          throw problem;
        }
      }
    }
  }

  private void addFurtherPages(
      Pending file, Path original, Path folder, int done, long started, List<Rendition> renditions)
      throws IOException {
    for (int page = 1; page <= Math.min(file.pages(), maxPages); page++) {
      if (page == done) {
        continue;
      }
      if (System.nanoTime() - started > FURTHER_PAGES.toNanos()) {
        return;
      }
      Path out = folder.resolve("page" + page);
      RenderOptions options = RenderOptions.standard().withPage(page);
      if (!(render(file, original, out, options) instanceof Rendered rendered)) {
        return;
      }
      renditions.add(display(file, rendered));
      WorkFolder.delete(out);
    }
  }

  private RenderOutcome render(Pending file, Path original, Path out, RenderOptions options) {
    return workers
        .convert(new ConversionJob(original, MediaKind.valueOf(file.kind().name()), out, options))
        .join();
  }

  private Rendition thumbnail(Pending file, Rendered rendered) throws IOException {
    double scale =
        Math.min(1, Rendering.THUMBNAIL / (double) Math.max(rendered.width(), rendered.height()));
    return new Rendition(
        Rendition.Kind.THUMBNAIL,
        rendered.page(),
        store(file, rendered.thumbnail()),
        Math.max(1, (int) Math.round(rendered.width() * scale)),
        Math.max(1, (int) Math.round(rendered.height() * scale)));
  }

  private Rendition display(Pending file, Rendered rendered) throws IOException {
    return new Rendition(
        Rendition.Kind.DISPLAY,
        rendered.page(),
        store(file, rendered.display()),
        rendered.width(),
        rendered.height());
  }

  private StoredFile store(Pending file, Path picture) throws IOException {
    try (InputStream in = Files.newInputStream(picture)) {
      FileVault.Stored stored = vault.store(file.subject(), in);
      return new StoredFile(stored.address(), stored.size(), JPEG);
    }
  }

  private void record(Pending file, List<Rendition> renditions) throws IOException {
    Object counts = send(new RecordRenditions(file.attachmentId(), renditions));
    if (!Boolean.TRUE.equals(counts)) {
      delete(renditions);
      pending.drop(file.attachmentId());
    }
  }

  private void recordFailure(Pending file, Reason reason) {
    send(new RecordConversionFailure(file.attachmentId(), reason.name()));
    pending.drop(file.attachmentId());
  }

  private void delete(List<Rendition> renditions) throws IOException {
    for (Rendition rendition : renditions) {
      vault.delete(rendition.file().address());
    }
  }

  private Object send(Object command) {
    try {
      return commands.sendAndWait(
          GenericCommandMessage.asCommandMessage(command)
              .withMetaData(Origin.system().toMetadata()));
    } catch (RuntimeException problem) {
      throw new UnknownOutcome(problem);
    }
  }

  /** The event may be stored all the same. */
  private static final class UnknownOutcome extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownOutcome(RuntimeException cause) {
      super(cause);
    }
  }
}
