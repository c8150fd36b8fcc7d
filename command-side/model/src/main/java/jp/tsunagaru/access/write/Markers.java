package jp.tsunagaru.access.write;

import java.util.EnumSet;
import java.util.Set;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.FacilityScoped;
import jp.tsunagaru.access.OwnAccount;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Role;

/** What a message type says of itself. */
record Markers(
    boolean any, Set<Role> roles, boolean limitedToRoles, boolean beforePledge, boolean scoped) {
  private static final ClassValue<Markers> OF_TYPE =
      new ClassValue<>() {
        @Override
        protected Markers computeValue(Class<?> type) {
          return read(type);
        }
      };

  static Markers of(Class<?> type) {
    return OF_TYPE.get(type);
  }

  private static Markers read(Class<?> type) {
    AllowedFor allowed = type.getAnnotation(AllowedFor.class);
    boolean facility = FacilityScoped.class.isAssignableFrom(type);
    boolean scoped =
        facility
            || PatientScoped.class.isAssignableFrom(type)
            || OwnAccount.class.isAssignableFrom(type);
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (allowed != null) {
      roles.addAll(Set.of(allowed.value()));
    } else if (facility) {
      // 第11条2: the facility's administrator, or the city in his place.
      roles.add(Role.FACILITY_ADMIN);
      roles.add(Role.CITY_OPERATOR);
    }
    return new Markers(
        allowed != null || scoped,
        roles,
        allowed != null || facility,
        allowed != null && allowed.beforePledge(),
        scoped);
  }

  /** Anybody may send it, signed in or not. */
  boolean open() {
    return roles.contains(Role.PUBLIC) && !scoped;
  }

  boolean allows(Set<String> hats) {
    return !limitedToRoles || roles.stream().anyMatch(role -> hats.contains(role.name()));
  }
}
