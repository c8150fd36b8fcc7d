package jp.tsunagaru.demo;

/** Network addresses reserved for examples (RFC 5737); each facility has its own. */
final class Addresses {
  private Addresses() {}

  static String office() {
    return "192.0.2.10";
  }

  static String of(String facility) {
    return facility.isEmpty()
        ? office()
        : "198.51.100." + (1 + Math.floorMod(FixedIds.seed("address/" + facility), 250));
  }

  /** Away from the desk, as on the way between two homes. */
  static String mobile(String login) {
    return "203.0.113." + (1 + Math.floorMod(FixedIds.seed("mobile/" + login), 250));
  }
}
