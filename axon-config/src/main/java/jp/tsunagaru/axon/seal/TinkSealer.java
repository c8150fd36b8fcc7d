package jp.tsunagaru.axon.seal;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import tools.jackson.databind.json.JsonMapper;

/**
 * AES-256-GCM for values, segmented AES-256-GCM for files; the subject's id is authenticated too.
 */
final class TinkSealer implements Sealer {
  private static final int SEGMENT = 64 * 1024;

  private final JdbcKeyStore keys;
  private final JsonMapper json = JsonMapper.builder().build();

  TinkSealer(JdbcKeyStore keys) {
    this.keys = keys;
  }

  @Override
  public byte[] seal(Personal<?> personal) {
    return personal
        .sealedBytes()
        .orElseGet(() ->
            sealBytes(
                personal.subject(),
                json.writeValueAsBytes(
                    personal
                        .read()
                        .orElseThrow(
                            () -> new IllegalStateException("an erased value is not sealed")))));
  }

  @Override
  public <T> Personal<T> sealed(Subject subject, byte[] sealed, Class<T> type) {
    return Personal.sealed(
        subject,
        sealed,
        bytes -> openBytes(subject, bytes).map(clear -> json.readValue(clear, type)));
  }

  @Override
  public boolean isReadable(Personal<?> personal) {
    return personal.sealedBytes().isPresent()
        ? keys.readable(personal.subject())
        : personal.read().isPresent();
  }

  @Override
  public byte[] sealBytes(Subject subject, byte[] clear) {
    try {
      return keys.keyForSealing(subject).aead().encrypt(clear, bound(subject));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a value could not be sealed", e);
    }
  }

  @Override
  public Optional<byte[]> openBytes(Subject subject, byte[] sealed) {
    return keys.existing(subject)
        .map(key -> {
          try {
            return key.aead().decrypt(sealed, bound(subject));
          } catch (GeneralSecurityException e) {
            throw new TamperedException("a sealed value does not open with its key", e);
          }
        });
  }

  @Override
  public OutputStream sealing(Subject subject, OutputStream sealed) throws IOException {
    try {
      return streaming(keys.keyForSealing(subject).bytes())
          .newEncryptingStream(sealed, bound(subject));
    } catch (GeneralSecurityException e) {
      throw new IOException("a file could not be sealed", e);
    }
  }

  @Override
  public Optional<InputStream> opening(Subject subject, InputStream sealed) throws IOException {
    Optional<JdbcKeyStore.SubjectKey> key = keys.existing(subject);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(streaming(key.get().bytes()).newDecryptingStream(sealed, bound(subject)));
    } catch (GeneralSecurityException e) {
      throw new IOException("a sealed file does not open with its key", e);
    }
  }

  private static AesGcmHkdfStreaming streaming(byte[] key) throws GeneralSecurityException {
    return new AesGcmHkdfStreaming(key, "HmacSha256", 32, SEGMENT, 0);
  }

  private static byte[] bound(Subject subject) {
    return subject.id().getBytes(StandardCharsets.UTF_8);
  }
}
