package jp.tsunagaru.axon.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.AnnotatedHandlerInspector;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;

/** The projectors of one group, called without the machinery of a processor around each event. */
final class Projector {
  private static final Pattern TRUNCATE =
      Pattern.compile("truncate\\s+(?:table\\s+)?(view\\.\\w+(?:\\s*,\\s*view\\.\\w+)*)\\s*");

  private final List<AnnotationEventHandlerAdapter> handlers;
  private final Optional<Set<Class<?>>> payloadTypes;

  private Projector(
      List<AnnotationEventHandlerAdapter> handlers, Optional<Set<Class<?>>> payloadTypes) {
    this.handlers = handlers;
    this.payloadTypes = payloadTypes;
  }

  static Projector of(List<Object> beans, ParameterResolverFactory parameters) {
    List<AnnotationEventHandlerAdapter> handlers = new ArrayList<>();
    List<Class<?>> types = new ArrayList<>();
    for (Object bean : beans) {
      // The plain definition: timeouts and the like would be set up for each event.
      HandlerDefinition plain = ClasspathHandlerDefinition.forClass(bean.getClass());
      handlers.add(new AnnotationEventHandlerAdapter(bean, parameters, plain));
      AnnotatedHandlerInspector.inspectType(bean.getClass(), parameters, plain)
          .getHandlers(bean.getClass())
          .filter(member -> member.canHandleMessageType(EventMessage.class))
          .forEach(member -> types.add(member.payloadType()));
    }
    boolean exact = types.stream().allMatch(type -> type.isRecord());
    return new Projector(handlers, exact ? Optional.of(Set.copyOf(types)) : Optional.empty());
  }

  /**
   * What it handles; nothing when a handler takes an open type and every event has to be offered.
   */
  Optional<Set<Class<?>>> payloadTypes() {
    return payloadTypes;
  }

  void handle(EventMessage<?> event) {
    for (AnnotationEventHandlerAdapter handler : handlers) {
      try {
        handler.handle(event);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException("A projector failed", e);
      }
    }
  }

  /** The tables that belong to the group: those that its reset handlers empty. */
  Set<String> tables() {
    RebuildWrites reset = new RebuildWrites();
    ScopedValue.where(RebuildWrites.CURRENT, reset)
        .run(() -> handlers.forEach(AnnotationEventHandlerAdapter::prepareReset));
    return reset.statements().stream()
        .flatMap(statement -> truncated(statement.sql()).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> truncated(String sql) {
    Matcher truncate = TRUNCATE.matcher(sql.strip());
    if (!truncate.matches()) {
      throw new IllegalStateException("A reset handler truncates tables of view and does no more");
    }
    return List.of(truncate.group(1).replace("view.", "").split("\\s*,\\s*"));
  }
}
