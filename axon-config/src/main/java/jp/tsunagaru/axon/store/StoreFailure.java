package jp.tsunagaru.axon.store;

import io.grpc.StatusRuntimeException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What stands behind an exception of an event store or of the database. */
public final class StoreFailure {
  /** An Axon Server's code of a number in an aggregate that another event already has. */
  private static final String TAKEN = "[AXONIQ-2000]";

  private StoreFailure() {}

  /** Somebody else was faster; nothing was stored. */
  public static boolean isConflict(Throwable failure) {
    return any(
        failure,
        cause ->
            cause instanceof ConcurrencyException
                || cause.getMessage() != null && cause.getMessage().contains(TAKEN));
  }

  /** A store does not answer; whether it stored before it fell silent is not known. */
  public static boolean isAway(Throwable failure) {
    return any(
        failure,
        cause ->
            cause instanceof GuardsBehindException
                || cause instanceof StatusRuntimeException
                || cause instanceof AxonServerException
                || cause instanceof EventStoreException
                || cause instanceof TimeoutException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof TransientDataAccessException
                || cause instanceof CannotCreateTransactionException);
  }

  /** What the operator may read: a server's own words, or else no words at all. */
  static String status(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StatusRuntimeException answered) {
        return answered.getStatus().getCode() + " " + answered.getStatus().getDescription();
      }
    }
    return failure.getClass().getName();
  }

  private static boolean any(Throwable failure, Predicate<Throwable> test) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (test.test(cause)) {
        return true;
      }
    }
    return false;
  }
}
