package jp.tsunagaru.shell.view;

import jp.tsunagaru.access.Role;

/** Where a person starts: the desk of the most used hat. */
public final class Home {
  public static final String WELCOME = "welcome";

  /** Leads on to the desk of whoever is signed in. */
  public static final String START = "start";

  private Home() {}

  /** Path without a leading slash. */
  public static String of(SignedInUser user) {
    if (!user.ready()) {
      return WELCOME;
    }
    if (user.has(Role.CARE_USER)) {
      return "patients";
    }
    if (user.has(Role.FACILITY_ADMIN)) {
      return "staff";
    }
    if (user.has(Role.CITY_OPERATOR)) {
      return "applications";
    }
    return user.has(Role.CITY_AUDITOR) ? "audit" : "incidents";
  }
}
