package jp.tsunagaru.audit.read;

import java.time.Instant;
import jp.tsunagaru.audit.HeldRights;
import jp.tsunagaru.audit.event.AttestationSigned;
import jp.tsunagaru.audit.event.RightsConfirmed;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;

/** Attestations of rights, the latest answer of each quarter for each account (C-07). */
@Projection
@ProcessingGroup("attestations")
class AttestationProjector {
  @EventHandler
  void on(RightsConfirmed event, Writes writes, @Timestamp Instant at) {
    for (HeldRights held : event.held()) {
      writes.add(
          """
          insert into view.rights_confirmation
            (facility_id, fiscal_year, quarter, account_id, verdict, profession, roles, rights,
             teams, groups, confirmed_by, confirmed_at)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          on conflict (account_id, fiscal_year, quarter) do update
             set verdict = excluded.verdict, profession = excluded.profession,
                 roles = excluded.roles, rights = excluded.rights, teams = excluded.teams,
                 groups = excluded.groups, confirmed_by = excluded.confirmed_by,
                 confirmed_at = excluded.confirmed_at\
          """,
          event.facilityId(),
          event.quarter().year(),
          event.quarter().quarter(),
          held.accountId(),
          event.verdict(),
          held.profession(),
          held.roles(),
          held.rights(),
          held.teams(),
          held.groups(),
          event.confirmedBy(),
          at);
    }
  }

  @EventHandler
  void on(AttestationSigned event, Writes writes, @Timestamp Instant at) {
    writes.add(
        """
        insert into view.attestation
          (facility_id, fiscal_year, quarter, needed, to_correct, signed_by, signed_at)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing\
        """,
        event.facilityId(),
        event.quarter().year(),
        event.quarter().quarter(),
        event.needed(),
        event.toCorrect(),
        event.signedBy(),
        at);
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.rights_confirmation, view.attestation");
  }
}
