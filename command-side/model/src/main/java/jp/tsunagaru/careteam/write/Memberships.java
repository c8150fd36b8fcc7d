package jp.tsunagaru.careteam.write;

import java.util.HashMap;
import java.util.Map;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** The memberships of one team, ended ones included: an id once given means that one for ever. */
final class Memberships {
  private final Map<GrantId, Membership> byGrant = new HashMap<>();

  private record Membership(String member, @Nullable MembershipTerms terms) {
    boolean ended() {
      return terms == null;
    }
  }

  /** Whether the very same assignment was made before, as after a lost answer. */
  boolean repeats(GrantId grantId, Id member) {
    Membership known = byGrant.get(grantId);
    if (known == null) {
      return false;
    }
    if (known.ended() || !known.member().equals(member.value())) {
      throw new Refused(RefusalCode.CONFLICT);
    }
    return true;
  }

  /** TM-03: one account or group has one membership, so that its rights stand in one place. */
  void refuseSecond(Id member) {
    boolean present =
        byGrant.values().stream()
            .anyMatch(known -> !known.ended() && known.member().equals(member.value()));
    if (present) {
      throw new Refused(RefusalCode.ALREADY_MEMBER);
    }
  }

  MembershipTerms inForce(GrantId grantId) {
    Membership known = byGrant.get(grantId);
    if (known == null || known.terms() == null) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    return known.terms();
  }

  boolean isEnded(GrantId grantId) {
    Membership known = byGrant.get(grantId);
    return known != null && known.ended();
  }

  void begin(GrantId grantId, Id member, MembershipTerms terms) {
    byGrant.put(grantId, new Membership(member.value(), terms));
  }

  void change(GrantId grantId, MembershipTerms terms) {
    byGrant.computeIfPresent(grantId, (id, known) -> new Membership(known.member(), terms));
  }

  void end(GrantId grantId) {
    byGrant.computeIfPresent(grantId, (id, known) -> new Membership(known.member(), null));
  }
}
