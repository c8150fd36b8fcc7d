package jp.tsunagaru.axon.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.axon.projection.Stretches.Stretch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StretchesTest {
  /** Each position exactly once, however many events there are. */
  @ParameterizedTest
  @CsvSource({"-1, -1, 1", "-1, 0, 1", "-1, 999, 1", "17, 300000, 1", "-1, 300000, 1000"})
  void one_follows_the_other_to_the_end(long after, long to, int every) {
    Stretches stretches = new Stretches(after, to);
    long position = after;
    for (Optional<Stretch> next = stretches.next(); next.isPresent(); next = stretches.next()) {
      Stretch stretch = next.get();
      assertThat(stretch.after()).isEqualTo(position);
      assertThat(stretch.to()).isGreaterThan(position);
      position = stretch.to();
      stretches.held(stretch, (int) ((stretch.to() - stretch.after()) / every));
    }
    assertThat(position).isEqualTo(to);
  }

  @Test
  void where_events_are_rare_they_become_wide_and_where_they_are_many_narrow_again() {
    Stretches stretches = new Stretches(0, 10_000_000);
    List<Long> widths = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Stretch stretch = stretches.next().orElseThrow();
      widths.add(stretch.to() - stretch.after());
      stretches.held(stretch, i < 10 ? 0 : (int) (stretch.to() - stretch.after()));
    }
    assertThat(widths.getFirst()).isEqualTo(1_000);
    assertThat(widths.get(9)).isGreaterThan(20_000).isLessThan(40_000);
    assertThat(widths.getLast()).isEqualTo(1_000);
  }
}
