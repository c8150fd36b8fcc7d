package jp.tsunagaru.audit.read;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagaru.access.AccessExplanations;
import jp.tsunagaru.access.PatientAt;
import jp.tsunagaru.audit.query.ReplayState;
import jp.tsunagaru.audit.query.StateThen;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Consent and team of then, with the names of today. */
@Component
class StateQueries {
  private final AccessExplanations explanations;
  private final AuditNames names;

  StateQueries(AccessExplanations explanations, AuditNames names) {
    this.explanations = explanations;
    this.names = names;
  }

  @QueryHandler
  StateThen handle(ReplayState query) {
    PatientAt then = explanations.patientAt(query.patientId(), query.at());
    Set<String> accountIds = new HashSet<>(Set.of(then.registrarId()));
    then.members().forEach(member -> accountIds.addAll(member.accounts()));
    Map<String, String> accounts = names.accounts(accountIds);
    Map<String, String> groups =
        names.groups(
            then.members().stream().map(PatientAt.Member::groupId).collect(Collectors.toSet()));
    PatientAt.Consent consent = then.consent();
    return new StateThen(
        query.at(),
        then.sharing(),
        accounts.getOrDefault(then.registrarId(), then.registrarId()),
        consent == null ? "" : consent.kind(),
        consent == null ? null : consent.consentedOn(),
        consent == null ? "" : consent.textVersion(),
        then.retainedUntil(),
        then.members().stream().map(member -> told(member, accounts, groups)).toList());
  }

  private static StateThen.Member told(
      PatientAt.Member member, Map<String, String> accounts, Map<String, String> groups) {
    boolean group = !member.groupId().isEmpty();
    List<String> belonging =
        member.accounts().stream().map(id -> accounts.getOrDefault(id, id)).sorted().toList();
    return new StateThen.Member(
        group
            ? groups.getOrDefault(member.groupId(), member.groupId())
            : accounts.getOrDefault(member.accountId(), member.accountId()),
        group,
        group ? belonging : List.of(),
        member.accounts(),
        member.role(),
        member.rights(),
        member.from(),
        member.to(),
        member.inForce());
  }
}
