package jp.tsunagaru.form.write;

/** Names and professions as they stand at the moment of writing (DC-01). */
interface Writers {
  /** Refuses {@code NOT_FOUND} when nobody of that facility is registered so. */
  Writer of(Actor actor);
}
