package jp.tsunagaru.axon.message;

import java.util.Optional;

/**
 * What a failure of the stores means to the one who asked. A command fails after its handler too,
 * while it is being stored, where no interceptor sees it.
 */
public interface Failures {
  /** Empty when it is a fault of this software. */
  Optional<RuntimeException> meaning(Throwable failure);
}
