package jp.tsunagaru.careteam.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.BuiltInRights;
import jp.tsunagaru.careteam.RightsTemplatesId;
import jp.tsunagaru.careteam.event.RightsTemplateChanged;
import jp.tsunagaru.careteam.event.RightsTemplateReset;
import jp.tsunagaru.careteam.query.GetRightsTemplateHistory;
import jp.tsunagaru.careteam.query.ListRightsTemplates;
import jp.tsunagaru.careteam.query.RightsTemplateHistory;
import jp.tsunagaru.careteam.query.RightsTemplateList;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** TM-03: what the city proposes, and what is built in. */
class RightsTemplateQueriesTest {
  private static final Set<Right> WRITER = Set.of(Right.VIEW, Right.WRITE);

  private final ReadSide city = new ReadSide();
  private final Origin operator =
      city.person(
          "市", "職員", "", "", Profession.MUNICIPAL_OFFICER, FacilityId.next(), "CITY_OPERATOR");

  @AfterEach
  void close() {
    city.close();
  }

  private RightsTemplateList templates() {
    return city.ask(operator, new ListRightsTemplates(), RightsTemplateList.class);
  }

  @Test
  void theCitysTemplateTakesThePlaceOfWhatIsBuiltInUntilItIsTakenBack() {
    for (Profession profession : Profession.values()) {
      assertThat(templates().rights(profession)).isEqualTo(BuiltInRights.of(profession));
    }

    city.happens(operator, changed(1, WRITER));
    city.happens(operator, changed(2, Set.of(Right.VIEW)));
    assertThat(templates().rights(Profession.NURSE)).containsExactly(Right.VIEW);
    assertThat(templates().templates())
        .filteredOn(RightsTemplateList.Template::ofCity)
        .containsExactly(
            new RightsTemplateList.Template(Profession.NURSE, Set.of(Right.VIEW), true, 2));

    city.happens(operator, new RightsTemplateReset(RightsTemplatesId.CITY, Profession.NURSE, 3));
    assertThat(templates().templates())
        .contains(
            new RightsTemplateList.Template(
                Profession.NURSE, BuiltInRights.of(Profession.NURSE), false, 3));
    assertThat(
            city.ask(
                    operator,
                    new GetRightsTemplateHistory(Profession.NURSE),
                    RightsTemplateHistory.class)
                .changes())
        .extracting(
            RightsTemplateHistory.Change::version,
            RightsTemplateHistory.Change::reset,
            RightsTemplateHistory.Change::by)
        .containsExactly(tuple(3, true, "市 職員"), tuple(2, false, "市 職員"), tuple(1, false, "市 職員"));
  }

  private static RightsTemplateChanged changed(int version, Set<Right> rights) {
    return new RightsTemplateChanged(RightsTemplatesId.CITY, Profession.NURSE, version, rights);
  }
}
