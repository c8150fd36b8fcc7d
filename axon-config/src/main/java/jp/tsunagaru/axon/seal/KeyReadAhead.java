package jp.tsunagaru.axon.seal;

/**
 * For work that opens values of one subject after the other in about the order of their ids: a key
 * that is missing then brings those behind it along. Asking for each alone costs more than opening.
 */
public final class KeyReadAhead {
  private static final ScopedValue<Boolean> ACTIVE = ScopedValue.newInstance();

  private KeyReadAhead() {}

  public static void during(Runnable work) {
    ScopedValue.where(ACTIVE, true).run(work);
  }

  static boolean active() {
    return ACTIVE.isBound();
  }
}
