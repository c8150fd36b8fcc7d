package jp.tsunagaru.attachment.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Semaphore;
import jp.tsunagaru.attachment.FileFacts;
import jp.tsunagaru.attachment.FileIntake;
import jp.tsunagaru.attachment.FileKind;
import jp.tsunagaru.attachment.StoredFile;
import jp.tsunagaru.attachment.command.AnnounceUpload;
import jp.tsunagaru.attachment.command.ReceiveAttachment;
import jp.tsunagaru.attachment.event.AttachmentRejected;
import jp.tsunagaru.axon.seal.KeyDestroyedException;
import jp.tsunagaru.axon.vault.FileVault;
import jp.tsunagaru.imaging.Inspection;
import jp.tsunagaru.imaging.Limits;
import jp.tsunagaru.imaging.Reason;
import jp.tsunagaru.japanese.CleanText;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * 受信 → 検疫 (DC-06). The right is decided twice: before the first byte, and by {@link
 * ReceiveAttachment} when the file has become one of the record. In between runs no database
 * transaction, however long the bytes take.
 */
@Component
class FileReception implements FileIntake {
  private static final Logger LOG = LoggerFactory.getLogger(FileReception.class);
  private static final int BUFFER = 64 * 1024;
  private static final int MAX_NAME = 255;

  private final CommandGateway commands;
  private final EventGateway events;
  private final FileVault vault;
  private final WorkFolder work;
  private final Inspector inspector;
  private final VirusScan viruses;
  private final GuardedPatientNames patients;
  private final Limits limits;
  private final Semaphore places;
  private final DataSize leastFree;

  FileReception(
      CommandGateway commands,
      EventGateway events,
      FileVault vault,
      WorkFolder work,
      Inspector inspector,
      VirusScan viruses,
      GuardedPatientNames patients,
      @Value("${tsunagaru.files.max-bytes:52428800}") long maxBytes,
      @Value("${tsunagaru.files.parallel-uploads:16}") int parallelUploads,
      @Value("${tsunagaru.files.least-free-space:1GB}") DataSize leastFree) {
    this.commands = commands;
    this.events = events;
    this.vault = vault;
    this.work = work;
    this.inspector = inspector;
    this.viruses = viruses;
    this.patients = patients;
    this.limits = Limits.standard().withMaxBytes(maxBytes);
    this.places = new Semaphore(parallelUploads);
    this.leastFree = leastFree;
  }

  @Override
  public ReceivedFile receive(Upload upload, InputStream bytes) throws IOException {
    send(new AnnounceUpload(upload.patientId(), upload.documentId()), upload);
    if (!work.hasRoom(leastFree.toBytes())) {
      LOG.error("files are not taken: less than {} are free on the disk of the vault", leastFree);
      throw new Refused(RefusalCode.FILE_NO_SPACE);
    }
    if (!places.tryAcquire()) {
      throw new Refused(RefusalCode.UNAVAILABLE);
    }
    try {
      Path file = work.newFile();
      try {
        return receive(upload, bytes, file);
      } finally {
        WorkFolder.delete(file);
      }
    } finally {
      places.release();
    }
  }

  private ReceivedFile receive(Upload upload, InputStream bytes, Path file) throws IOException {
    long size = copy(bytes, file);
    if (size > limits.maxBytes()) {
      throw rejected(upload, Reason.TOO_LARGE, size);
    }
    String name = name(upload.fileName());
    return switch (inspector.inspect(file, name, limits)) {
      case Inspection.Rejected refusal -> throw rejected(upload, refusal.reason(), size);
      case Inspection.Accepted accepted -> {
        if (!clean(file)) {
          throw rejected(upload, RefusalCode.FILE_VIRUS, size);
        }
        yield keep(upload, name, file, accepted);
      }
    };
  }

  /** A scanner that gives no answer lets nothing in (DC-06). */
  private boolean clean(Path file) {
    try {
      return viruses.clean(file);
    } catch (IOException silent) {
      LOG.error("a file could not be scanned for viruses and was not taken", silent);
      throw new Refused(RefusalCode.UNAVAILABLE);
    }
  }

  @Override
  public boolean scansForViruses() {
    return viruses.on();
  }

  /** Reads one byte more than allowed at most: an endless stream does not fill the disk. */
  private long copy(InputStream bytes, Path file) throws IOException {
    long size = 0;
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out = Files.newOutputStream(file)) {
      while (size <= limits.maxBytes()) {
        int wanted = (int) Math.min(buffer.length, limits.maxBytes() + 1 - size);
        int read = bytes.read(buffer, 0, wanted);
        if (read < 0) {
          break;
        }
        out.write(buffer, 0, read);
        size += read;
      }
    }
    return size;
  }

  private ReceivedFile keep(Upload upload, String name, Path file, Inspection.Accepted accepted)
      throws IOException {
    FileKind kind = FileKind.valueOf(accepted.kind().name());
    boolean namesAnother =
        accepted
            .dicomPatient()
            .flatMap(named ->
                patients
                    .find(upload.patientId())
                    .map(patient -> PatientMatch.namesAnother(named, patient)))
            .orElse(false);
    FileVault.Stored stored = seal(upload, file);
    StoredFile sealed = new StoredFile(stored.address(), stored.size(), accepted.mediaType());
    ReceiveAttachment command =
        new ReceiveAttachment(
            upload.attachmentId(),
            upload.patientId(),
            upload.documentId(),
            kind,
            accepted.pages(),
            namesAnother,
            sealed,
            new FileFacts(name, stored.clearSha256()));
    StoredFile counts;
    try {
      counts = (StoredFile) send(command, upload);
    } catch (Refused refused) {
      // Any other failure leaves the outcome open: the event may be stored and need the file.
      vault.delete(stored.address());
      throw refused;
    }
    if (!counts.address().equals(stored.address())) {
      vault.delete(stored.address());
    }
    return new ReceivedFile(upload.attachmentId(), name, kind, stored.size(), namesAnother);
  }

  private FileVault.Stored seal(Upload upload, Path file) throws IOException {
    Subject subject = Subject.of(upload.documentId(), upload.patientId());
    try (InputStream in = Files.newInputStream(file)) {
      return vault.store(subject, in);
    } catch (KeyDestroyedException purgedMeanwhile) {
      throw new Refused(RefusalCode.DOCUMENT_STATE);
    }
  }

  private Refused rejected(Upload upload, Reason reason, long size) {
    return rejected(upload, Refusals.of(reason), size);
  }

  private Refused rejected(Upload upload, RefusalCode code, long size) {
    if (code == RefusalCode.UNAVAILABLE) {
      return new Refused(code);
    }
    AttachmentRejected event =
        new AttachmentRejected(
            upload.attachmentId(), upload.patientId(), upload.documentId(), code.name(), size);
    events.publish(new GenericEventMessage<>(event).withMetaData(upload.origin().toMetadata()));
    return code == RefusalCode.FILE_TOO_LARGE
        ? new Refused(code, Map.of("max", Long.toString(limits.maxBytes() >> 20)))
        : new Refused(code);
  }

  private Object send(Object command, Upload upload) {
    try {
      return commands.sendAndWait(
          GenericCommandMessage.asCommandMessage(command)
              .withMetaData(upload.origin().toMetadata()));
    } catch (RuntimeException problem) {
      throw Refusals.in(problem).map(RuntimeException.class::cast).orElse(problem);
    }
  }

  /** Browsers send paths and worse; what is left names the download. */
  private static String name(String fileName) {
    String last =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String clean = CleanText.line(last);
    int length = clean.codePointCount(0, clean.length());
    if (length > MAX_NAME) {
      clean = clean.substring(clean.offsetByCodePoints(0, length - MAX_NAME));
    }
    return clean.isEmpty() ? "file" : clean;
  }
}
