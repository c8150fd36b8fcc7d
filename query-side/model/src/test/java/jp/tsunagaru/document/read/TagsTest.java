package jp.tsunagaru.document.read;

import static jp.tsunagaru.careteam.read.ReadSide.TODAY;
import static jp.tsunagaru.careteam.read.ReadSide.info;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.document.TagId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.event.TagDefined;
import jp.tsunagaru.document.event.TagRenamed;
import jp.tsunagaru.document.event.TagRetired;
import jp.tsunagaru.document.query.GetTimeline;
import jp.tsunagaru.document.query.ListTags;
import jp.tsunagaru.document.query.TagRow;
import jp.tsunagaru.document.query.Tags;
import jp.tsunagaru.document.query.Timeline;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** DC-05: two lists, and names that changed. */
class TagsTest {
  private final ReadSide city = new ReadSide();
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);

  @AfterEach
  void close() {
    city.close();
  }

  private List<TagRow> tags(Origin who) {
    return city.ask(who, new ListTags(), Tags.class).tags();
  }

  @Test
  void everybodySeesTheListOfTheCityAndThatOfTheOwnFacility() {
    FacilityId elsewhere = FacilityId.next();
    city.happens(nurse, new TagDefined(TagId.next(), city.facility, "入浴"));
    city.happens(nurse, new TagDefined(TagId.next(), null, "服薬"));
    city.happens(nurse, new TagDefined(TagId.next(), elsewhere, "よその"));
    Origin administrator =
        city.person("管理", "者", "", "", Profession.OFFICE_CLERK, city.facility, "FACILITY_ADMIN");
    Origin operator =
        city.person("市", "職員", "", "", Profession.MUNICIPAL_OFFICER, elsewhere, "CITY_OPERATOR");

    assertThat(tags(nurse)).extracting(TagRow::name).containsExactly("服薬", "入浴");
    assertThat(tags(nurse)).noneMatch(TagRow::mayChange);
    assertThat(tags(administrator))
        .filteredOn(TagRow::mayChange)
        .extracting(TagRow::name)
        .containsExactly("入浴");
    assertThat(tags(operator))
        .filteredOn(TagRow::mayChange)
        .extracting(TagRow::name)
        .containsExactly("服薬");
  }

  @Test
  void underEachOfItsNamesATagFindsAllOfItsArticles() {
    Origin stranger =
        city.person("他", "所", "", "", Profession.NURSE, FacilityId.next(), "CARE_USER");
    PatientId patient = city.shared(info("山田", "太郎", "やまだ", "たろう"), nurse, stranger);
    TagId tag = TagId.next();
    city.happens(nurse, new TagDefined(tag, city.facility, "入浴"));
    posts(patient, "前の記事", "入浴");
    city.happens(nurse, new TagRenamed(tag, "清潔"));
    posts(patient, "後の記事", "清潔");
    posts(patient, "両方の記事", "清潔", "入浴");
    posts(patient, "別の記事", "服薬");

    assertThat(found(nurse, patient, "清潔")).containsExactly("両方の記事", "後の記事", "前の記事");
    assertThat(found(nurse, patient, "入浴")).containsExactly("両方の記事", "後の記事", "前の記事");
    // The list of a facility means nothing elsewhere.
    assertThat(found(stranger, patient, "清潔")).containsExactly("両方の記事", "後の記事");
    assertThat(tags(nurse).getFirst().formerNames()).containsExactly("入浴");

    city.happens(nurse, new TagRenamed(tag, "入浴"));
    city.happens(nurse, new TagRetired(tag));
    assertThat(tags(nurse).getFirst().formerNames()).containsExactly("清潔");
    assertThat(tags(nurse).getFirst().retired()).isTrue();
    assertThat(found(nurse, patient, "清潔")).hasSize(3);
  }

  private void posts(PatientId patient, String text, String... tags) {
    city.posts(nurse, patient, "", text, TODAY, Set.of(tags), Visibility.TEAM, List.of());
  }

  private List<String> found(Origin who, PatientId patient, String tag) {
    return city
        .ask(who, new GetTimeline(patient, TimelineFilter.ALL.withTag(tag), null), Timeline.class)
        .entries()
        .stream()
        .map(entry -> entry.content().text())
        .toList();
  }
}
