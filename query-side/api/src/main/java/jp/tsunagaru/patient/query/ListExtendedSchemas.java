package jp.tsunagaru.patient.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/** Who decided when what 拡張情報 consists of (PT-08). */
@AllowedFor({Role.CITY_OPERATOR, Role.CITY_AUDITOR})
public record ListExtendedSchemas() {}
