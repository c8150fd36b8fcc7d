package jp.tsunagaru.document.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.document.query.TimelineFilter;
import org.junit.jupiter.api.Test;

class TimelineFiltersTest {
  @Test
  void aFilterSurvivesTheAddress() {
    TimelineFilter filter =
        new TimelineFilter(
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 11, 22),
            AccountId.next(),
            GroupId.next(),
            "服薬");
    assertThat(TimelineFilters.read(TimelineFilters.write(filter))).isEqualTo(filter);
  }

  @Test
  void noFilterLeavesTheAddressEmpty() {
    assertThat(TimelineFilters.write(TimelineFilter.ALL).getParameters()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsLeftOut() {
    assertThat(
            TimelineFilters.read(
                QueryParameters.fromString("from=2026-13-40&to=x&author=acc_1&group=&tag=")))
        .isEqualTo(TimelineFilter.ALL);
  }
}
