package jp.tsunagaru.incident.event;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.incident.IncidentId;

public record IncidentReceived(IncidentId incidentId, AccountId receiverId)
    implements IncidentEvent {}
