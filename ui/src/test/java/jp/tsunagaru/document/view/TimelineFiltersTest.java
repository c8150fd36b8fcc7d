package jp.tsunagaru.document.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.document.query.DocumentKind;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.shell.view.SearchTerms;
import org.junit.jupiter.api.Test;

class TimelineFiltersTest {
  private final SearchTerms terms = new SearchTerms();

  @Test
  void aFilterSurvivesTheAddress() {
    TimelineFilter filter =
        new TimelineFilter(
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 11, 22),
            AccountId.next(),
            GroupId.next(),
            "服薬",
            "山田さん 血圧",
            DocumentKind.ARTICLE);
    QueryParameters address = TimelineFilters.write(filter, terms);
    assertThat(address.getQueryString()).doesNotContain("山田").doesNotContain("%E5%B1%B1");
    assertThat(TimelineFilters.read(address, terms)).isEqualTo(filter);
    assertThat(TimelineFilters.read(address, new SearchTerms())).isEqualTo(filter.withText(""));
  }

  @Test
  void noFilterLeavesTheAddressEmpty() {
    assertThat(TimelineFilters.write(TimelineFilter.ALL, terms).getParameters()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsLeftOut() {
    assertThat(
            TimelineFilters.read(
                QueryParameters.fromString("from=2026-13-40&to=x&author=acc_1&group=&tag=&q=77"),
                terms))
        .isEqualTo(TimelineFilter.ALL);
  }
}
