package jp.tsunagaru.axon.projection;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a projector writes during one unit of work; a parameter of its event handlers. Statements
 * run in the order added, equal neighbours as one JDBC batch, in the transaction that also moves
 * the token.
 *
 * <p>Write absolute values only and let every statement be repeatable: {@code insert … on conflict
 * do nothing}, {@code update … set x = ?}. Parameters are JDK types, ids and enums; an {@code
 * Instant} becomes {@code timestamptz}, a {@code Set} or {@code List} of strings {@code text[]}.
 */
public interface Writes {
  void add(String sql, @Nullable Object... parameters);

  /**
   * Tells subscribers after the commit; never during a rebuild.
   *
   * @param query the type of the subscribed query
   * @param concerned which subscriptions to tell
   */
  <Q> void announce(Class<Q> query, Predicate<? super Q> concerned, Object update);
}
