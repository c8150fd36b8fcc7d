package jp.tsunagaru.access.write;

import java.util.Optional;
import jp.tsunagaru.axon.message.Failures;
import jp.tsunagaru.axon.store.GuardsBehindException;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Somebody else was faster, or a store is away: neither is a fault that deserves a number. */
@Component
final class StoreFailures implements Failures {
  /** The server's code of a sequence that another event already has. */
  private static final String TAKEN = "[AXONIQ-2000]";

  @Override
  public Optional<RuntimeException> meaning(Throwable failure) {
    boolean away = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused) {
        return Optional.empty();
      }
      if (cause instanceof ConcurrencyException
          || cause.getMessage() != null && cause.getMessage().contains(TAKEN)) {
        return Optional.of(new Refused(RefusalCode.CONFLICT));
      }
      away |= isAway(cause);
    }
    return away ? Optional.of(new Refused(RefusalCode.UNAVAILABLE)) : Optional.empty();
  }

  private static boolean isAway(Throwable cause) {
    return cause instanceof GuardsBehindException
        || cause instanceof AxonServerException
        || cause instanceof EventStoreException
        || cause instanceof DataAccessResourceFailureException
        || cause instanceof TransientDataAccessException
        || cause instanceof CannotCreateTransactionException;
  }
}
