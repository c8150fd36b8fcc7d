package jp.tsunagaru.patient;

import java.util.Optional;

/** The schemas of 拡張情報: that in force, and former ones, which old values were written by. */
public interface ExtendedSchemas {
  ExtendedSchema inForce();

  Optional<ExtendedSchema> version(String version);
}
