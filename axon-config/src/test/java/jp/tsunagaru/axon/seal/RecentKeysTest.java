package jp.tsunagaru.axon.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import jp.tsunagaru.axon.seal.JdbcKeyStore.SubjectKey;
import org.junit.jupiter.api.Test;

class RecentKeysTest {
  private final RecentKeys keys = new RecentKeys(10);

  @Test
  void what_is_asked_for_stays_while_others_come_and_go() {
    SubjectKey asked = key();
    keys.put("asked", asked);
    keys.put("not asked", key());
    for (int i = 0; i < 100; i++) {
      keys.put("other " + i, key());
      assertThat(keys.get("asked")).isSameAs(asked);
    }

    assertThat(keys.get("not asked")).isNull();
    assertThat(IntStream.range(0, 100).filter(i -> keys.get("other " + i) != null).count())
        .isBetween(4L, 10L);
  }

  @Test
  void nothing_is_found_after_all_is_forgotten() {
    IntStream.range(0, 7).forEach(i -> keys.put("key " + i, key()));
    assertThat(keys.get("key 0")).isNotNull();

    keys.forgetAll();

    assertThat(IntStream.range(0, 7).mapToObj(i -> keys.get("key " + i))).containsOnlyNulls();
  }

  private static SubjectKey key() {
    return SubjectKey.of(new byte[32]);
  }
}
