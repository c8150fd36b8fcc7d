package jp.tsunagaru.careteam.read;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import tools.jackson.databind.json.JsonMapper;

/** Seals by flipping bits, under the name of the subject; opens nothing under another one. */
final class OpenSealer implements Sealer {
  private final JsonMapper json = JsonMapper.builder().build();
  private final Set<String> destroyed = new HashSet<>();

  void destroy(String subjectId) {
    destroyed.add(subjectId);
  }

  @Override
  public byte[] seal(Personal<?> personal) {
    return personal
        .sealedBytes()
        .orElseGet(() ->
            sealBytes(personal.subject(), json.writeValueAsBytes(personal.read().orElseThrow())));
  }

  @Override
  public <T> Personal<T> sealed(Subject subject, byte[] sealed, Class<T> type) {
    return Personal.sealed(
        subject,
        sealed,
        bytes -> openBytes(subject, bytes).map(clear -> json.readValue(clear, type)));
  }

  @Override
  public byte[] sealBytes(Subject subject, byte[] clear) {
    byte[] head = (subject.id() + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] sealed = Arrays.copyOf(head, head.length + clear.length);
    for (int i = 0; i < clear.length; i++) {
      sealed[head.length + i] = (byte) ~clear[i];
    }
    return sealed;
  }

  @Override
  public Optional<byte[]> openBytes(Subject subject, byte[] sealed) {
    byte[] head = (subject.id() + "\n").getBytes(StandardCharsets.UTF_8);
    if (!Arrays.equals(head, 0, head.length, sealed, 0, head.length)) {
      throw new IllegalStateException("sealed under another key");
    }
    if (destroyed.contains(subject.id())
        || subject.parentId().filter(destroyed::contains).isPresent()) {
      return Optional.empty();
    }
    byte[] clear = Arrays.copyOfRange(sealed, head.length, sealed.length);
    for (int i = 0; i < clear.length; i++) {
      clear[i] = (byte) ~clear[i];
    }
    return Optional.of(clear);
  }

  @Override
  public OutputStream sealing(Subject subject, OutputStream sealed) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<InputStream> opening(Subject subject, InputStream sealed) {
    throw new UnsupportedOperationException();
  }
}
