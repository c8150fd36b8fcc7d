package jp.tsunagaru.facility.write;

import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.facility.FacilityPeople;

/** 様式第1 has one box for a name: family and given name part at the first blank. */
final class AdministratorName {
  private AdministratorName() {}

  static PersonName of(FacilityPeople people) {
    String whole = people.responsible();
    for (int at = 0; at < whole.length(); at++) {
      if (Character.isWhitespace(whole.charAt(at)) || Character.isSpaceChar(whole.charAt(at))) {
        return new PersonName(whole.substring(0, at), whole.substring(at + 1), "", "");
      }
    }
    return new PersonName(whole, "", "", "");
  }
}
