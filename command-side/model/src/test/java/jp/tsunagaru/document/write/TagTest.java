package jp.tsunagaru.document.write;

import static jp.tsunagaru.access.write.Refusals.refused;

import java.util.HashSet;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.document.TagId;
import jp.tsunagaru.document.command.DefineTag;
import jp.tsunagaru.document.command.RenameTag;
import jp.tsunagaru.document.command.RetireTag;
import jp.tsunagaru.document.event.TagDefined;
import jp.tsunagaru.document.event.TagRenamed;
import jp.tsunagaru.document.event.TagRetired;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TagTest {
  private final TagId tagId = TagId.next();
  private final FacilityId facility = FacilityId.next();
  private final People.Person city =
      People.at(FacilityId.next(), Profession.MUNICIPAL_OFFICER, Role.CITY_OPERATOR);
  private final People.Person administrator =
      People.at(facility, Profession.OFFICE_CLERK, Role.FACILITY_ADMIN);
  private final Set<String> taken = new HashSet<>();
  private FixtureConfiguration<Tag> fixture;

  @BeforeEach
  void setUp() {
    fixture = new AggregateTestFixture<>(Tag.class).registerInjectableResource(new Known());
  }

  private final class Known implements TagNames {
    @Override
    public boolean taken(@Nullable FacilityId list, String name) {
      return taken.contains((list == null ? "" : list.value()) + name);
    }
  }

  @Test
  void the_city_keeps_its_list_and_an_administrator_that_of_the_facility() {
    fixture
        .givenNoPriorActivity()
        .when(new DefineTag(tagId, "バイタル"), city.metaData())
        .expectEvents(new TagDefined(tagId, null, "バイタル"));
    fixture
        .givenNoPriorActivity()
        .when(new DefineTag(tagId, "入浴"), administrator.metaData())
        .expectEvents(new TagDefined(tagId, facility, "入浴"));
  }

  @Test
  void a_name_stands_once_in_a_list_and_may_stand_in_another() {
    taken.add("バイタル");
    fixture
        .givenNoPriorActivity()
        .when(new DefineTag(tagId, "バイタル"), city.metaData())
        .expectException(refused(RefusalCode.TAG_TAKEN));
    fixture
        .given(new TagDefined(tagId, null, "服薬"))
        .when(new RenameTag(tagId, "バイタル"), city.metaData())
        .expectException(refused(RefusalCode.TAG_TAKEN));
    fixture
        .givenNoPriorActivity()
        .when(new DefineTag(tagId, "バイタル"), administrator.metaData())
        .expectEvents(new TagDefined(tagId, facility, "バイタル"));
  }

  @Test
  void what_is_sent_again_counts_once() {
    fixture
        .given(new TagDefined(tagId, null, "服薬"))
        .when(new DefineTag(tagId, "服薬"), city.metaData())
        .expectNoEvents();
    fixture
        .given(new TagDefined(tagId, null, "服薬"))
        .when(new RenameTag(tagId, "服薬"), city.metaData())
        .expectNoEvents();
    fixture
        .given(new TagDefined(tagId, null, "服薬"), new TagRetired(tagId))
        .when(new RetireTag(tagId), city.metaData())
        .expectNoEvents();
  }

  @Test
  void for_anybody_else_the_tag_does_not_exist() {
    TagDefined ofCity = new TagDefined(tagId, null, "服薬");
    TagDefined ofFacility = new TagDefined(tagId, facility, "入浴");
    People.Person elsewhere =
        People.at(FacilityId.next(), Profession.OFFICE_CLERK, Role.FACILITY_ADMIN);
    fixture
        .given(ofCity)
        .when(new RenameTag(tagId, "薬"), administrator.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
    fixture
        .given(ofFacility)
        .when(new RetireTag(tagId), elsewhere.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
    fixture
        .given(ofFacility)
        .when(new RetireTag(tagId), city.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
    fixture
        .givenNoPriorActivity()
        .when(new RenameTag(tagId, "薬"), city.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
  }

  @Test
  void a_tag_is_renamed_and_retired() {
    fixture
        .given(new TagDefined(tagId, facility, "入浴"))
        .when(new RenameTag(tagId, "清潔"), administrator.metaData())
        .expectEvents(new TagRenamed(tagId, "清潔"));
    fixture
        .given(new TagDefined(tagId, facility, "入浴"))
        .when(new RetireTag(tagId), administrator.metaData())
        .expectEvents(new TagRetired(tagId));
  }
}
