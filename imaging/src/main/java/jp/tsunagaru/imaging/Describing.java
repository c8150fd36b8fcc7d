package jp.tsunagaru.imaging;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.imaging.dicom.DicomFile;

/** Reads the facts of a picture from its header. Meant for a worker process, like rendering. */
public final class Describing {
  private Describing() {}

  /** Empty for a file that is no DICOM file with a picture. */
  public static Optional<PictureFacts> describe(Path input) throws IOException {
    try (FileChannel channel = FileChannel.open(input, StandardOpenOption.READ);
        Arena arena = Arena.ofConfined()) {
      long size = channel.size();
      if (size == 0 || size > Integer.MAX_VALUE - 16) {
        return Optional.empty();
      }
      DicomFile file =
          DicomFile.read(channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena).asByteBuffer());
      int frames = file.frames();
      if (frames == 0) {
        return Optional.empty();
      }
      int representative = Math.max(1, file.representativeFrame()) - 1;
      List<PictureFacts.Window> windows =
          file.gray() ? file.valueWindows(representative) : List.of();
      return Optional.of(new PictureFacts(frames, file.gray(), file.modality(), windows));
    }
  }
}
