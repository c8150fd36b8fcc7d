package jp.tsunagaru.access.write;

import java.util.Optional;
import jp.tsunagaru.axon.message.Failures;
import jp.tsunagaru.axon.store.StoreFailure;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.springframework.stereotype.Component;

/** Somebody else was faster, or a store is away: neither is a fault that deserves a number. */
@Component
final class StoreFailures implements Failures {
  @Override
  public Optional<RuntimeException> meaning(Throwable failure) {
    if (failure instanceof Refused) {
      return Optional.empty();
    }
    if (StoreFailure.isConflict(failure)) {
      return Optional.of(new Refused(RefusalCode.CONFLICT));
    }
    return StoreFailure.isAway(failure)
        ? Optional.of(new Refused(RefusalCode.UNAVAILABLE))
        : Optional.empty();
  }
}
