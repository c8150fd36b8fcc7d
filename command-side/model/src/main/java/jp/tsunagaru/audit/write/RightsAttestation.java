package jp.tsunagaru.audit.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import jp.tsunagaru.access.write.Acting;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.AttestationVerdict;
import jp.tsunagaru.audit.FiscalQuarter;
import jp.tsunagaru.audit.RightsAttestationId;
import jp.tsunagaru.audit.RightsInUse;
import jp.tsunagaru.audit.command.ConfirmRights;
import jp.tsunagaru.audit.command.SignAttestation;
import jp.tsunagaru.audit.event.AttestationSigned;
import jp.tsunagaru.audit.event.RightsConfirmed;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** 権限の棚卸し of one facility, quarter after quarter (C-07). */
@Aggregate
class RightsAttestation {
  @AggregateIdentifier private RightsAttestationId attestationId;
  private final Map<AccountId, AttestationVerdict> answers = new HashMap<>();
  private @Nullable FiscalQuarter quarter;
  private boolean signed;

  RightsAttestation() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void confirm(ConfirmRights command, MetaData metaData, RightsInUse inUse, Clock clock) {
    FacilityId facilityId = ownFacility(command.attestationId(), metaData);
    open(command.quarter(), clock);
    HeldAsShown.check(command.seen(), inUse.of(facilityId));
    apply(
        new RightsConfirmed(
            command.attestationId(),
            facilityId,
            command.quarter(),
            command.verdict(),
            command.seen(),
            Acting.account(metaData)));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void sign(SignAttestation command, MetaData metaData, RightsInUse inUse, Clock clock) {
    FacilityId facilityId = ownFacility(command.attestationId(), metaData);
    open(command.quarter(), clock);
    Map<AccountId, AttestationVerdict> given =
        command.quarter().equals(quarter) ? answers : Map.of();
    EveryAccountAnswered.check(given.keySet(), inUse.of(facilityId));
    int needed = (int) given.values().stream().filter(AttestationVerdict.NEEDED::equals).count();
    apply(
        new AttestationSigned(
            command.attestationId(),
            facilityId,
            command.quarter(),
            needed,
            given.size() - needed,
            Acting.account(metaData)));
  }

  private static FacilityId ownFacility(RightsAttestationId id, MetaData metaData) {
    FacilityId own = Acting.facility(metaData);
    if (!id.equals(RightsAttestationId.of(own))) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    return own;
  }

  private void open(FiscalQuarter wanted, Clock clock) {
    if (!wanted.equals(
        FiscalQuarter.of(LocalDate.ofInstant(clock.instant(), AccessOfThePeriod.JAPAN)))) {
      throw new Refused(RefusalCode.ATTESTATION_QUARTER);
    }
    if (signed && wanted.equals(quarter)) {
      throw new Refused(RefusalCode.ATTESTATION_SIGNED);
    }
  }

  @EventSourcingHandler
  void on(RightsConfirmed event) {
    attestationId = event.attestationId();
    if (!event.quarter().equals(quarter)) {
      quarter = event.quarter();
      signed = false;
      answers.clear();
    }
    event.held().forEach(held -> answers.put(held.accountId(), event.verdict()));
  }

  @EventSourcingHandler
  void on(AttestationSigned event) {
    attestationId = event.attestationId();
    quarter = event.quarter();
    signed = true;
  }
}
