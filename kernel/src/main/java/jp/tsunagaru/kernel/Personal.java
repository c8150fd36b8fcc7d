package jp.tsunagaru.kernel;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A personal or clinical value inside an event. It is stored encrypted under the key of its {@link
 * Subject}; once that key is destroyed (完全削除, 第16条2) the event remains and the value is gone for
 * good.
 *
 * <p>An instance read from the store is opened on the first {@link #read()} only: projections that
 * pass the sealed bytes on never pay for decryption.
 *
 * @param <T> a record or a JDK value type that the event serializer knows
 */
public final class Personal<T> {
  private final Subject subject;
  private final byte @Nullable [] sealed;
  private final Supplier<Optional<T>> content;

  private Personal(Subject subject, byte @Nullable [] sealed, Supplier<Optional<T>> content) {
    this.subject = subject;
    this.sealed = sealed;
    this.content = content;
  }

  public static <T> Personal<T> of(Subject subject, T value) {
    Optional<T> readable = Optional.of(value);
    return new Personal<>(subject, null, () -> readable);
  }

  /** For the event serializer: a value as it lies in the store. */
  public static <T> Personal<T> sealed(
      Subject subject, byte[] sealed, Function<byte[], Optional<T>> opener) {
    return new Personal<>(subject, sealed, () -> opener.apply(sealed));
  }

  public Subject subject() {
    return subject;
  }

  /** The value, or nothing when its key was destroyed. */
  public Optional<T> read() {
    return content.get();
  }

  /** The bytes as stored; nothing when this instance was made from a plain value. */
  public Optional<byte[]> sealedBytes() {
    return Optional.ofNullable(sealed);
  }

  /** Never shows the value: events are printed in logs and error texts. */
  @Override
  public String toString() {
    return "Personal[" + subject.id() + "]";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Personal<?> that
        && subject.equals(that.subject)
        && read().equals(that.read());
  }

  @Override
  public int hashCode() {
    return subject.hashCode();
  }
}
