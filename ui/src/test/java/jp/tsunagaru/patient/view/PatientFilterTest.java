package jp.tsunagaru.patient.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.shell.view.SearchTerms;
import org.junit.jupiter.api.Test;

class PatientFilterTest {
  @Test
  void aFilterSurvivesTheAddress() {
    PatientFilter filter = new PatientFilter("わたなべ", Gender.FEMALE, 65, 90, true, true);
    SearchTerms terms = new SearchTerms();
    assertThat(PatientFilter.read(filter.write(terms), terms)).isEqualTo(filter);
    assertThat(filter.write(terms).getQueryString()).doesNotContain("わたなべ").contains("q=1");
  }

  @Test
  void nonsenseInTheAddressIsNoFilter() {
    PatientFilter filter =
        PatientFilter.read(
            QueryParameters.fromString("q=9&gender=CAT&from=-3&to=999"), new SearchTerms());
    assertThat(filter.isNarrow()).isFalse();
  }

  @Test
  void takingAllFiltersAwayKeepsThatAPatientIsBeingChosen() {
    PatientFilter filter = new PatientFilter("x", null, 1, null, true, true).withoutAll();
    assertThat(filter.isNarrow()).isFalse();
    assertThat(filter.post()).isTrue();
  }
}
