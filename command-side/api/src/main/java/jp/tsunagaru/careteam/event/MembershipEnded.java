package jp.tsunagaru.careteam.event;

import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.patient.PatientId;

/** The grant gives nothing any more. */
public record MembershipEnded(
    CareTeamId teamId, PatientId patientId, GrantId grantId, String reasonCode)
    implements CareTeamEvent {}
