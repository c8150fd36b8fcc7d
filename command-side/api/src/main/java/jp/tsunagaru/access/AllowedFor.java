package jp.tsunagaru.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The roles that may send a message. A message without this annotation and without one of the scope
 * interfaces is refused: default is no.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AllowedFor {
  Role[] value();

  /** Whether it may be sent before the password was changed and the pledge made (第8条3). */
  boolean beforePledge() default false;
}
