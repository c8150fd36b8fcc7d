package jp.tsunagaru.careteam.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.japanese.Profession;

/** Who changed the template of a profession, when, and how it stood then. */
@AllowedFor({Role.CITY_OPERATOR, Role.CITY_AUDITOR})
public record GetRightsTemplateHistory(Profession profession) {}
