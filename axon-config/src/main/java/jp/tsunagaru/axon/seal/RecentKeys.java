package jp.tsunagaru.axon.seal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import jp.tsunagaru.axon.seal.JdbcKeyStore.SubjectKey;
import org.jspecify.annotations.Nullable;

/**
 * The keys used last, by subject. Which was used when is known by halves only: when the younger
 * half is full it becomes the older one, and what nobody asked for since then is dropped. A cache
 * that keeps the exact order pays for it at each look, and every post looks three times and adds a
 * key of its own.
 */
final class RecentKeys {
  private final int half;
  private final AtomicReference<Halves> halves = new AtomicReference<>(Halves.empty());

  private record Halves(Map<String, SubjectKey> younger, Map<String, SubjectKey> older) {
    static Halves empty() {
      return new Halves(new ConcurrentHashMap<>(), Map.of());
    }
  }

  /**
   * @param most how many are kept, give or take one a thread
   */
  RecentKeys(int most) {
    this.half = most / 2;
  }

  @Nullable SubjectKey get(String subjectId) {
    Halves now = halves.get();
    SubjectKey key = now.younger().get(subjectId);
    if (key == null) {
      key = now.older().get(subjectId);
      if (key != null) {
        put(now, subjectId, key);
      }
    }
    return key;
  }

  void put(String subjectId, SubjectKey key) {
    put(halves.get(), subjectId, key);
  }

  /** What was looked up before everything was forgotten goes where nobody looks any more. */
  private void put(Halves then, String subjectId, SubjectKey key) {
    then.younger().put(subjectId, key);
    if (then.younger().size() >= half) {
      halves.compareAndSet(then, new Halves(new ConcurrentHashMap<>(), then.younger()));
    }
  }

  void forgetAll() {
    halves.set(Halves.empty());
  }
}
