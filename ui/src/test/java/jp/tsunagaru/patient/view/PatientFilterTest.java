package jp.tsunagaru.patient.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import jp.tsunagaru.japanese.Gender;
import org.junit.jupiter.api.Test;

class PatientFilterTest {
  @Test
  void aFilterSurvivesTheAddress() {
    PatientFilter filter = new PatientFilter("わたなべ", Gender.FEMALE, 65, 90, true, true);
    assertThat(PatientFilter.read(filter.write())).isEqualTo(filter);
  }

  @Test
  void nonsenseInTheAddressIsNoFilter() {
    PatientFilter filter =
        PatientFilter.read(QueryParameters.fromString("gender=CAT&from=-3&to=999"));
    assertThat(filter.isNarrow()).isFalse();
  }

  @Test
  void takingAllFiltersAwayKeepsThatAPatientIsBeingChosen() {
    PatientFilter filter = new PatientFilter("x", null, 1, null, true, true).withoutAll();
    assertThat(filter.isNarrow()).isFalse();
    assertThat(filter.post()).isTrue();
  }
}
