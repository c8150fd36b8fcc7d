package jp.tsunagaru.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.store.AccessStream;
import jp.tsunagaru.axon.store.DomainStream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;

/** Waits until the read models show what was written: nobody reads yesterday's timeline today. */
final class Settled {
  private static final long PAUSE_MILLIS = 5;

  private final EventProcessingConfiguration processing;
  private final DomainStream domain;
  private final AccessStream access;
  private final Map<String, Projection.Stream> projections = new HashMap<>();

  Settled(
      ApplicationContext context,
      EventProcessingConfiguration processing,
      DomainStream domain,
      AccessStream access) {
    this.processing = processing;
    this.domain = domain;
    this.access = access;
    for (String bean : context.getBeanNamesForAnnotation(Projection.class)) {
      Class<?> type = context.getType(bean);
      ProcessingGroup group =
          type == null ? null : AnnotationUtils.findAnnotation(type, ProcessingGroup.class);
      Projection projection =
          type == null ? null : AnnotationUtils.findAnnotation(type, Projection.class);
      if (group != null && projection != null) {
        projections.put(group.value(), projection.value());
      }
    }
  }

  /** Answers whether they got there in time. */
  boolean await(long seconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    TrackingToken written = domain.source().createHeadToken();
    TrackingToken read = access.source().createHeadToken();
    for (Map.Entry<String, Projection.Stream> projection : projections.entrySet()) {
      boolean reads = projection.getValue() == Projection.Stream.ACCESS;
      while (!covers(projection.getKey(), reads ? read : written)) {
        if (System.nanoTime() > end) {
          return false;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
    return true;
  }

  private boolean covers(String name, @Nullable TrackingToken head) {
    return processing
        .eventProcessor(name, StreamingEventProcessor.class)
        .map(processor ->
            !processor.processingStatus().isEmpty()
                && processor.processingStatus().values().stream()
                    .allMatch(status -> covers(status, head)))
        .orElse(true);
  }

  private static boolean covers(EventTrackerStatus status, @Nullable TrackingToken head) {
    TrackingToken token = status.getTrackingToken();
    return status.isCaughtUp() && (head == null || token != null && token.covers(head));
  }
}
