package jp.tsunagaru.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands before the real sealer and can leave it out, to see what sealing costs: values then lie in
 * the clear, without a key. Only this benchmark has it.
 */
@Component
final class SealingSwitch implements BeanPostProcessor {
  /**
   * No sealed value begins with it: the first byte of those is part of a random number, twelve
   * long.
   */
  private static final byte[] CLEAR = "not sealed: ".getBytes(StandardCharsets.US_ASCII);

  private final JsonMapper json = JsonMapper.builder().build();
  private volatile boolean off;

  void off(boolean off) {
    this.off = off;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof Sealer real ? new Switched(real) : bean;
  }

  private static boolean clear(byte[] bytes) {
    return bytes.length >= CLEAR.length
        && Arrays.equals(bytes, 0, CLEAR.length, CLEAR, 0, CLEAR.length);
  }

  private static byte[] marked(byte[] clear) {
    byte[] marked = Arrays.copyOf(CLEAR, CLEAR.length + clear.length);
    System.arraycopy(clear, 0, marked, CLEAR.length, clear.length);
    return marked;
  }

  private final class Switched implements Sealer {
    private final Sealer real;

    Switched(Sealer real) {
      this.real = real;
    }

    @Override
    public byte[] seal(Personal<?> personal) {
      if (!off || personal.sealedBytes().isPresent()) {
        return real.seal(personal);
      }
      return marked(json.writeValueAsBytes(personal.read().orElseThrow()));
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
      return personal.sealedBytes().filter(SealingSwitch::clear).isPresent()
          || real.isReadable(personal);
    }

    @Override
    public byte[] sealBytes(Subject subject, byte[] clear) {
      return off ? marked(clear) : real.sealBytes(subject, clear);
    }

    @Override
    public Optional<byte[]> openBytes(Subject subject, byte[] sealed) {
      return clear(sealed)
          ? Optional.of(Arrays.copyOfRange(sealed, CLEAR.length, sealed.length))
          : real.openBytes(subject, sealed);
    }

    @Override
    public OutputStream sealing(Subject subject, OutputStream sealed) throws IOException {
      return real.sealing(subject, sealed);
    }

    @Override
    public Optional<InputStream> opening(Subject subject, InputStream sealed) throws IOException {
      return real.opening(subject, sealed);
    }
  }
}
