package jp.tsunagaru.access.write;

import java.util.Set;

/** A signed-in account as the tables know it, whatever the message claims. */
record Actor(
    String facilityId, Set<String> roles, boolean mustChangePassword, boolean mustPledge) {}
