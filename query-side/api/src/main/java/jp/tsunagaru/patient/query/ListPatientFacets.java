package jp.tsunagaru.patient.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/** Values to narrow the actor's own list by: what stands in the teams of those patients (PT-12). */
@AllowedFor(Role.CARE_USER)
public record ListPatientFacets() {}
