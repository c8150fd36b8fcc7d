package jp.tsunagaru.careteam.event;

import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.patient.PatientId;

/** The terms of a membership are others now. */
public record MembershipChanged(
    CareTeamId teamId, PatientId patientId, GrantId grantId, MembershipTerms terms)
    implements CareTeamEvent {}
