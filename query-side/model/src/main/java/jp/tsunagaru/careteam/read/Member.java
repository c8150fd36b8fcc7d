package jp.tsunagaru.careteam.read;

import java.util.Set;

/**
 * Somebody who sees the patient today.
 *
 * @param profession code; blank while the account is not known here yet
 * @param groups the groups the account belongs to
 */
public record Member(
    String accountId, String name, String facility, String profession, Set<String> groups) {}
