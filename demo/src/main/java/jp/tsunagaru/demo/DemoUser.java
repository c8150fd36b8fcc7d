package jp.tsunagaru.demo;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.japanese.Profession;

/**
 * Somebody with an account.
 *
 * @param facility key of the facility, blank for the city's own office
 */
record DemoUser(
    LoginId login, String facility, PersonName name, Profession profession, Set<Role> roles) {
  static final String OFFICE = "";

  static List<DemoUser> care() {
    return Table.rows("users.txt", 8).stream()
        .map(row -> {
          Set<Role> roles = EnumSet.noneOf(Role.class);
          if (row[7].contains("A")) {
            roles.add(Role.FACILITY_ADMIN);
          }
          if (row[7].contains("C")) {
            roles.add(Role.CARE_USER);
          }
          return new DemoUser(
              new LoginId(row[0]),
              row[1],
              new PersonName(row[2], row[3], row[4], row[5]),
              Profession.valueOf(row[6]),
              Set.copyOf(roles));
        })
        .toList();
  }

  static List<DemoUser> office() {
    return Table.rows("offices.txt", 7).stream()
        .map(row ->
            new DemoUser(
                new LoginId(row[0]),
                OFFICE,
                new PersonName(row[1], row[2], row[3], row[4]),
                Profession.valueOf(row[5]),
                Set.of(Role.valueOf(row[6]))))
        .toList();
  }

  AccountId accountId() {
    return new AccountId(FixedIds.of("acc", login.value()));
  }

  String key() {
    return login.value();
  }

  boolean administers() {
    return roles.contains(Role.FACILITY_ADMIN);
  }

  boolean cares() {
    return roles.contains(Role.CARE_USER);
  }
}
