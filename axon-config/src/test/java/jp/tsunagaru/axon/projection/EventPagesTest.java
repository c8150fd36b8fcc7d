package jp.tsunagaru.axon.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.common.DateTimeUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventPagesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-30T01:02:03.456Z",
        "1969-12-31T23:59:59.999Z",
        "2024-02-29T00:00:00.000Z",
        "2026-11-30T01:02:03Z",
        "2026-11-30T01:02:03.4Z",
        "2026-11-30T01:02:03.456789012Z",
        "2026-11-30T10:02:03.45+09:00"
      })
  void a_stored_time_is_read_as_the_store_reads_it(String text) {
    assertThat(EventPages.time(text)).isEqualTo(DateTimeUtils.parseInstant(text));
  }
}
