package jp.tsunagaru.axon.projection;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.axonframework.config.ProcessingGroup;
import org.springframework.stereotype.Component;

/**
 * Marks a projector: a component whose {@code @EventHandler} methods take the event and {@link
 * Writes} and which has one {@code @ResetHandler} that takes {@link Writes} and truncates its
 * tables. Its {@link ProcessingGroup} is its name; it runs in a tracking processor of its own,
 * sequenced by aggregate: what two aggregates say meets in a query, not in a row.
 */
@Documented
@Component
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Projection {
  /** Which stream it follows. */
  Stream value() default Stream.DOMAIN;

  enum Stream {
    DOMAIN,
    ACCESS
  }
}
