package jp.tsunagaru.facility.command;

import java.time.LocalDate;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.ApplicationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The signed 様式第1 arrived on paper or as PDF (PF-06). */
@AllowedFor(Role.CITY_OPERATOR)
public record ReceivePaperForm(
    @TargetAggregateIdentifier ApplicationId applicationId, LocalDate receivedOn)
    implements FacilityCommand {}
