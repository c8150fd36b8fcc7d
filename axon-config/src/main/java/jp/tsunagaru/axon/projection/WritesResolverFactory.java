package jp.tsunagaru.axon.projection;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryBus;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Gives event handlers the {@link Writes} of their unit of work. */
final class WritesResolverFactory implements ParameterResolverFactory {
  private final DataSource dataSource;
  private final ObjectProvider<QueryBus> queries;

  WritesResolverFactory(DataSource dataSource, ObjectProvider<QueryBus> queries) {
    this.dataSource = dataSource;
    this.queries = queries;
  }

  @Override
  public @Nullable ParameterResolver<?> createInstance(
      Executable executable, Parameter[] parameters, int index) {
    return parameters[index].getType() == Writes.class ? new Resolver() : null;
  }

  /** The aggregate of an event: its statements keep their order. */
  static Object sequence(Message<?> message) {
    return message instanceof DomainEventMessage<?> event
        ? event.getAggregateIdentifier()
        : message.getIdentifier();
  }

  private final class Resolver implements ParameterResolver<Writes> {
    @Override
    public Writes resolveParameterValue(Message<?> message) {
      if (RebuildWrites.CURRENT.isBound()) {
        return RebuildWrites.CURRENT.get().of(message);
      }
      if (!CurrentUnitOfWork.isStarted()) {
        return new JdbcWrites(dataSource, queries).immediate();
      }
      UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
      JdbcWrites collected =
          unit.getOrComputeResource(
              Writes.class.getName(),
              key -> {
                JdbcWrites writes = new JdbcWrites(dataSource, queries);
                unit.onPrepareCommit(prepared -> writes.flush());
                unit.afterCommit(committed -> writes.tell());
                return writes;
              });
      return collected.of(sequence(message));
    }

    @Override
    public boolean matches(Message<?> message) {
      return true;
    }
  }
}
