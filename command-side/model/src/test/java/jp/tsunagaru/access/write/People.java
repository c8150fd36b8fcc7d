package jp.tsunagaru.access.write;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.messaging.MetaData;

/** People who send messages in tests. */
public final class People {
  private People() {}

  /** A signed-in person. */
  public record Person(
      AccountId id, FacilityId facility, Profession profession, String session, Set<Role> roles) {
    public Origin origin() {
      return originWith(roles.stream().map(Enum::name).collect(Collectors.toSet()));
    }

    public Origin originWith(Set<String> roleCodes) {
      return new Origin(
          id.value(), facility.value(), roleCodes, profession.name(), session, "192.0.2.7", "pwd");
    }

    public MetaData metaData() {
      return MetaData.from(origin().toMetadata());
    }
  }

  public static Person nurse() {
    return at(FacilityId.next(), Profession.NURSE, Role.CARE_USER);
  }

  public static Person pharmacist() {
    return at(FacilityId.next(), Profession.PHARMACIST, Role.CARE_USER);
  }

  public static Person at(FacilityId facility, Profession profession, Role... roles) {
    return new Person(
        AccountId.next(),
        facility,
        profession,
        Ids.next("ses"),
        Stream.of(roles).collect(Collectors.toSet()));
  }
}
