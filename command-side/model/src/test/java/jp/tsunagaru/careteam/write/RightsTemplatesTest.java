package jp.tsunagaru.careteam.write;

import static jp.tsunagaru.access.write.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.careteam.BuiltInRights;
import jp.tsunagaru.careteam.RightsTemplatesId;
import jp.tsunagaru.careteam.command.ChangeRightsTemplate;
import jp.tsunagaru.careteam.command.ResetRightsTemplate;
import jp.tsunagaru.careteam.event.RightsTemplateChanged;
import jp.tsunagaru.careteam.event.RightsTemplateReset;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RightsTemplatesTest {
  private static final RightsTemplatesId CITY = RightsTemplatesId.CITY;
  private static final Set<Right> WRITER = Set.of(Right.VIEW, Right.WRITE);
  private static final Set<Right> READER = Set.of(Right.VIEW);

  private final People.Person operator =
      People.at(FacilityId.next(), Profession.MUNICIPAL_OFFICER, Role.CITY_OPERATOR);
  private FixtureConfiguration<RightsTemplates> fixture;

  @BeforeEach
  void setUp() {
    fixture = new AggregateTestFixture<>(RightsTemplates.class);
  }

  @Test
  void each_profession_has_versions_of_its_own() {
    fixture
        .givenNoPriorActivity()
        .when(change(Profession.NURSE, 0, WRITER), operator.metaData())
        .expectEvents(changed(Profession.NURSE, 1, WRITER));
    fixture
        .given(changed(Profession.NURSE, 1, WRITER))
        .when(change(Profession.NURSE, 1, READER), operator.metaData())
        .expectEvents(changed(Profession.NURSE, 2, READER));
    fixture
        .given(changed(Profession.NURSE, 1, WRITER))
        .when(change(Profession.PHARMACIST, 0, READER), operator.metaData())
        .expectEvents(changed(Profession.PHARMACIST, 1, READER));
  }

  @Test
  void who_saw_an_older_version_is_told() {
    fixture
        .given(changed(Profession.NURSE, 1, WRITER))
        .when(change(Profession.NURSE, 0, READER), operator.metaData())
        .expectException(refused(RefusalCode.CONFLICT));
    fixture
        .given(changed(Profession.NURSE, 1, WRITER), changed(Profession.NURSE, 2, READER))
        .when(new ResetRightsTemplate(CITY, Profession.NURSE, 1), operator.metaData())
        .expectException(refused(RefusalCode.CONFLICT));
  }

  @Test
  void what_is_proposed_already_is_no_change() {
    fixture
        .givenNoPriorActivity()
        .when(change(Profession.NURSE, 0, BuiltInRights.of(Profession.NURSE)), operator.metaData())
        .expectNoEvents();
    fixture
        .given(changed(Profession.NURSE, 1, WRITER))
        .when(change(Profession.NURSE, 0, WRITER), operator.metaData())
        .expectNoEvents();
    fixture
        .givenNoPriorActivity()
        .when(new ResetRightsTemplate(CITY, Profession.NURSE, 0), operator.metaData())
        .expectNoEvents();
  }

  @Test
  void what_is_built_in_comes_back_as_a_version() {
    fixture
        .given(changed(Profession.NURSE, 1, WRITER))
        .when(new ResetRightsTemplate(CITY, Profession.NURSE, 1), operator.metaData())
        .expectEvents(new RightsTemplateReset(CITY, Profession.NURSE, 2));
    fixture
        .given(
            changed(Profession.NURSE, 1, WRITER),
            new RightsTemplateReset(CITY, Profession.NURSE, 2))
        .when(change(Profession.NURSE, 2, WRITER), operator.metaData())
        .expectEvents(changed(Profession.NURSE, 3, WRITER));
  }

  @Test
  void nobody_is_proposed_without_reading() {
    assertThatThrownBy(() -> change(Profession.NURSE, 0, Set.of(Right.WRITE)))
        .isInstanceOf(Refused.class);
  }

  private static ChangeRightsTemplate change(Profession profession, int seen, Set<Right> rights) {
    return new ChangeRightsTemplate(CITY, profession, seen, rights);
  }

  private static RightsTemplateChanged changed(
      Profession profession, int version, Set<Right> rights) {
    return new RightsTemplateChanged(CITY, profession, version, rights);
  }
}
