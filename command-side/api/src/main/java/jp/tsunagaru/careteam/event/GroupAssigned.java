package jp.tsunagaru.careteam.event;

import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.patient.PatientId;

/** Every account in the group holds the rights named. */
public record GroupAssigned(
    CareTeamId teamId, PatientId patientId, GrantId grantId, GroupId groupId, MembershipTerms terms)
    implements CareTeamEvent {}
