package jp.tsunagaru.axon.projection;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * One processing group and how it runs, told from the classes in it: {@code guard} tables in the
 * transaction of the event, projections from a stream, automations one event at a time.
 */
record Group(String name, Kind kind) {
  static final String GUARD = "guard";

  enum Kind {
    GUARD,
    DOMAIN_PROJECTION,
    ACCESS_PROJECTION,
    AUTOMATION
  }

  boolean isProjection() {
    return kind == Kind.DOMAIN_PROJECTION || kind == Kind.ACCESS_PROJECTION;
  }

  /** How many workers share the group; a table that everybody looks up is written in one line. */
  int segments() {
    return kind == Kind.DOMAIN_PROJECTION ? 2 : 1;
  }

  /** Where PostgreSQL keeps the stream that the group follows. */
  String table() {
    return kind == Kind.ACCESS_PROJECTION ? "store.access_event_entry" : "store.domain_event_entry";
  }

  static List<Group> of(ConfigurableListableBeanFactory beans) {
    return Stream.of(beans.getBeanNamesForAnnotation(ProcessingGroup.class))
        .map(beans::getType)
        .filter(type -> type != null)
        .map(type -> new Group(name(type), kind(type)))
        .distinct()
        .toList();
  }

  private static String name(Class<?> type) {
    ProcessingGroup group = AnnotationUtils.findAnnotation(type, ProcessingGroup.class);
    return group == null ? "" : group.value();
  }

  private static Kind kind(Class<?> type) {
    Projection projection = AnnotationUtils.findAnnotation(type, Projection.class);
    if (projection != null) {
      return projection.value() == Projection.Stream.ACCESS
          ? Kind.ACCESS_PROJECTION
          : Kind.DOMAIN_PROJECTION;
    }
    if (name(type).equals(GUARD)) {
      return Kind.GUARD;
    }
    if (type.getPackageName().endsWith(".automation")) {
      return Kind.AUTOMATION;
    }
    throw new IllegalStateException(
        type.getName() + " is neither a projection nor an automation nor a guard table");
  }
}
