package jp.tsunagaru.retention.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/** Ended uses with their last day, those past it (廃棄可) first, and what was disposed of (DL-06). */
@AllowedFor(Role.CITY_OPERATOR)
public record ListDisposable() {}
