package jp.tsunagaru.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everybody in the city. */
final class Roster {
  final List<DemoFacility> facilities = DemoFacility.admitted();
  final List<DemoFacility> waiting = DemoFacility.waiting();
  final List<DemoUser> care = DemoUser.care();
  final List<DemoUser> office = DemoUser.office();
  final List<DemoGroup> groups = DemoGroup.all();
  final List<DemoPatient> patients = DemoPatient.all();
  final Map<String, DemoUser> users =
      Stream.concat(care.stream(), office.stream())
          .collect(
              Collectors.toMap(
                  DemoUser::key, Function.identity(), (one, other) -> one, LinkedHashMap::new));

  DemoUser user(String login) {
    return required(users.get(login), login);
  }

  DemoPatient patient(String key) {
    return required(
        patients.stream().filter(patient -> patient.key().equals(key)).findFirst().orElse(null),
        key);
  }

  DemoGroup group(String key) {
    return required(
        groups.stream().filter(group -> group.key().equals(key)).findFirst().orElse(null), key);
  }

  DemoFacility facility(String key) {
    return required(
        facilities.stream().filter(one -> one.key().equals(key)).findFirst().orElse(null), key);
  }

  DemoUser administrator(String facility) {
    return required(
        staff(facility).stream().filter(DemoUser::administers).findFirst().orElse(null), facility);
  }

  List<DemoUser> staff(String facility) {
    return care.stream().filter(user -> user.facility().equals(facility)).toList();
  }

  /** Members by name and members of groups; each once. */
  List<String> everybody(DemoPatient patient) {
    return Stream.concat(
            patient.team().stream(),
            patient.groups().stream().flatMap(key -> group(key).members().stream()))
        .distinct()
        .toList();
  }

  /** The name of the facility where somebody works. */
  String facilityOf(String login) {
    String key = user(login).facility();
    return required(
            facilities.stream()
                .filter(facility -> facility.key().equals(key))
                .findFirst()
                .orElse(null),
            key)
        .profile()
        .name();
  }

  private static <T> T required(@org.jspecify.annotations.Nullable T found, String key) {
    if (found == null) {
      throw new IllegalStateException("nobody is called " + key);
    }
    return found;
  }
}
