package jp.tsunagaru.audit.read;

import jp.tsunagaru.audit.query.FindRecordProof;
import jp.tsunagaru.audit.query.GetProofState;
import jp.tsunagaru.audit.query.ProofState;
import jp.tsunagaru.audit.query.RecordProof;
import jp.tsunagaru.axon.proof.Proofs;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class ProofQueries {
  private final Proofs proofs;

  ProofQueries(Proofs proofs) {
    this.proofs = proofs;
  }

  @QueryHandler
  ProofState handle(GetProofState query) {
    return new ProofState(
        proofs.states().stream()
            .map(log -> new ProofState.Log(log.log(), log.signed(), log.signedAt(), log.alarm()))
            .toList());
  }

  @QueryHandler
  RecordProof handle(FindRecordProof query) {
    return new RecordProof(
        proofs
            .ofAccess(query.eventId())
            .or(() -> proofs.ofDomain(query.eventId()))
            .map(found ->
                new RecordProof.Inclusion(
                    found.position(),
                    found.size(),
                    found.signedAt(),
                    found.leaf(),
                    found.path(),
                    found.root(),
                    found.holds()))
            .orElse(null));
  }
}
