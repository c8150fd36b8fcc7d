package jp.tsunagaru.facility.query;

import jp.tsunagaru.facility.Affiliation;

/** Withheld fields are blank. */
public record PublicFacility(
    String name, Affiliation affiliation, String address, String phone, String fax, String email) {}
