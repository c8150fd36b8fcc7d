package jp.tsunagaru.axon.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;

/**
 * Seals and opens personal data with authenticated encryption under the subject's key. Sealing
 * creates a missing key; opening answers nothing when the key was destroyed.
 */
public interface Sealer {
  /** The bytes to keep: those of the store where the value came from there, else newly sealed. */
  byte[] seal(Personal<?> personal);

  /** A value from sealed bytes of a table, opened on first reading. */
  <T> Personal<T> sealed(Subject subject, byte[] sealed, Class<T> type);

  /**
   * Whether its key is still there. What came from the store is not opened for that: a value that
   * is passed on as it is need not be read.
   */
  default boolean isReadable(Personal<?> personal) {
    return personal.read().isPresent();
  }

  byte[] sealBytes(Subject subject, byte[] clear);

  Optional<byte[]> openBytes(Subject subject, byte[] sealed);

  /** Encrypts what is written; the result is complete after {@code close}. */
  OutputStream sealing(Subject subject, OutputStream sealed) throws IOException;

  /** Nothing when the key was destroyed; a changed byte is an {@link IOException} while reading. */
  Optional<InputStream> opening(Subject subject, InputStream sealed) throws IOException;
}
