package jp.tsunagaru.verifier;

import java.util.Optional;

/**
 * @param entries how many entries agree with a signed head
 * @param time of the last head that agrees, empty without one
 * @param finding empty when everything agrees
 */
record Report(String log, long entries, String time, Optional<Finding> finding) {}
