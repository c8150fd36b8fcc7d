package jp.tsunagaru.document.read;

import java.util.Set;
import jp.tsunagaru.careteam.read.Member;

/** TM-04 as a question about members: who of the team sees a document. */
record Audience(
    String authorId,
    String scope,
    Set<String> accounts,
    Set<String> groups,
    Set<String> professions) {

  boolean includes(Member member) {
    return member.accountId().equals(authorId)
        || switch (scope) {
          case "TEAM" -> true;
          case "SELECTED" ->
              accounts.contains(member.accountId())
                  || member.groups().stream().anyMatch(groups::contains);
          case "PROFESSIONS" -> professions.contains(member.profession());
          default -> false;
        };
  }
}
