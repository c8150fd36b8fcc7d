package jp.tsunagaru.careteam.event;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.patient.PatientId;

/** 第15条: this account holds the rights named, from this moment. */
public record MemberAssigned(
    CareTeamId teamId,
    PatientId patientId,
    GrantId grantId,
    AccountId accountId,
    MembershipTerms terms)
    implements CareTeamEvent {}
