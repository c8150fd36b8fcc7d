package jp.tsunagaru.access;

/** A hat (domain.md §8.2). One account may wear several within one facility. */
public enum Role {
  CARE_USER,
  FACILITY_ADMIN,
  CITY_OPERATOR,
  CITY_AUDITOR,
  CONTRACTOR_OPS,
  CONTRACTOR_HELPDESK,
  COUNCIL,
  /** An automation of this software; no session can carry it. */
  SYSTEM,
  /** A visitor who is not signed in. */
  PUBLIC
}
