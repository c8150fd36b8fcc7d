package jp.tsunagaru.axon.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;

/** Keeps the statements of a rebuild for its writer and drops its announcements. */
final class RebuildWrites implements Writes {
  static final ScopedValue<RebuildWrites> CURRENT = ScopedValue.newInstance();

  private final List<Statement> statements = new ArrayList<>();
  private Object sequence = this;

  RebuildWrites of(Message<?> message) {
    sequence = WritesResolverFactory.sequence(message);
    return this;
  }

  List<Statement> statements() {
    return statements;
  }

  @Override
  public void add(String sql, @Nullable Object... parameters) {
    statements.add(new Statement(sequence, sql, parameters));
  }

  @Override
  public <Q> void announce(Class<Q> query, Predicate<? super Q> concerned, Object update) {}
}
