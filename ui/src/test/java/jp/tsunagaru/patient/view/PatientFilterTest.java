package jp.tsunagaru.patient.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.Set;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.patient.query.PatientFacets;
import jp.tsunagaru.patient.query.PatientState;
import jp.tsunagaru.shell.view.SearchTerms;
import org.junit.jupiter.api.Test;

class PatientFilterTest {
  private static final PatientFacets FACETS =
      new PatientFacets(
          LocalDate.of(2026, 4, 1),
          LocalDate.of(2026, 9, 30),
          Set.of(Profession.NURSE, Profession.PHYSICIAN),
          Set.of(new FacilityId(Ids.next("fac")), new FacilityId(Ids.next("fac"))),
          Set.of(GroupId.next()),
          Set.of(PatientState.STOPPED));

  @Test
  void aFilterSurvivesTheAddress() {
    PatientFilter filter = new PatientFilter("わたなべ", Gender.FEMALE, 65, 90, true, FACETS, true);
    SearchTerms terms = new SearchTerms();
    assertThat(PatientFilter.read(filter.write(terms), terms)).isEqualTo(filter);
    assertThat(filter.write(terms).getQueryString()).doesNotContain("わたなべ").contains("q=1");
  }

  @Test
  void aFilterSurvivesBeingSaved() {
    PatientFilter filter =
        new PatientFilter("わたなべ&=\u3000はなこ", Gender.FEMALE, 65, null, true, FACETS, false);
    assertThat(PatientFilter.saved(filter.saved(), false)).isEqualTo(filter);
    assertThat(PatientFilter.saved("", true).isNarrow()).isFalse();
  }

  @Test
  void nonsenseInTheAddressIsNoFilter() {
    PatientFilter filter =
        PatientFilter.read(
            QueryParameters.fromString(
                "q=9&gender=CAT&from=-3&to=999&since=soon&profession=CAT~&facility=x&state=GONE"),
            new SearchTerms());
    assertThat(filter.isNarrow()).isFalse();
  }

  @Test
  void takingAllFiltersAwayKeepsThatAPatientIsBeingChosen() {
    PatientFilter filter = new PatientFilter("x", null, 1, null, true, FACETS, true).withoutAll();
    assertThat(filter.isNarrow()).isFalse();
    assertThat(filter.post()).isTrue();
  }
}
