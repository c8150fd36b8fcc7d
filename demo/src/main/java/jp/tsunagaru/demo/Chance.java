package jp.tsunagaru.demo;

import java.time.LocalTime;
import java.util.List;
import java.util.Random;

/** Chances that fall alike every time, see {@link FixedIds#seed}. */
final class Chance {
  private final Random random;

  private Chance(long seed) {
    this.random = new Random(seed);
  }

  static Chance of(String key) {
    return new Chance(FixedIds.seed(key));
  }

  boolean in(double probability) {
    return random.nextDouble() < probability;
  }

  /** From {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  double upTo(double high) {
    return random.nextDouble() * high;
  }

  double bell() {
    return random.nextGaussian();
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  LocalTime time(int fromHour, int toHour) {
    return LocalTime.of(fromHour, 0).plusSeconds(between(0, (toHour - fromHour) * 3600 - 1));
  }
}
