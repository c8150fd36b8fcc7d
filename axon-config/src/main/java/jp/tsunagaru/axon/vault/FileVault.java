package jp.tsunagaru.axon.vault;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import jp.tsunagaru.kernel.Subject;

/**
 * Sealed files by content: the address is the SHA-256 of the sealed bytes in hex. A file is durable
 * when {@link #store} returns. Never in a message, never in the database (design §4.7).
 */
public interface FileVault {
  Stored store(Subject subject, InputStream clear) throws IOException;

  /** The clear bytes; nothing when the file or the subject's key is gone. */
  Optional<InputStream> open(Subject subject, String address) throws IOException;

  /** Removes the file; nothing happens when it is not there. */
  void delete(String address) throws IOException;

  /**
   * @param size of the clear bytes
   * @param clearSha256 in hex, personal: a known file could be recognised by it
   */
  record Stored(String address, long size, String clearSha256) {}
}
