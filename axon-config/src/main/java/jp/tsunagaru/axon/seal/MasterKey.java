package jp.tsunagaru.axon.seal;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key that wraps root keys. It lies in a file of its own that only the operator's account may
 * read, apart from the database, so that neither alone opens anything.
 */
final class MasterKey {
  private static final int BYTES = 32;

  private final AesGcmJce aead;

  private MasterKey(byte[] key) throws GeneralSecurityException {
    this.aead = new AesGcmJce(key);
  }

  /** Reads the key from the file, which is made at the first start. */
  static MasterKey in(Path file) throws IOException, GeneralSecurityException {
    Files.createDirectories(file.getParent());
    try {
      byte[] fresh = new byte[BYTES];
      new SecureRandom().nextBytes(fresh);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.write(
            java.nio.ByteBuffer.wrap(
                Base64.getEncoder().encodeToString(fresh).getBytes(StandardCharsets.US_ASCII)));
        channel.force(true);
      }
    } catch (FileAlreadyExistsException alreadyThere) {
      // Made at an earlier start.
    }
    byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
    if (key.length != BYTES) {
      throw new IOException("The master key file is damaged: restore it from its backup");
    }
    return new MasterKey(key);
  }

  AesGcmJce aead() {
    return aead;
  }
}
