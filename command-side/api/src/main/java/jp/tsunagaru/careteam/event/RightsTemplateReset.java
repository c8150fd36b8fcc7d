package jp.tsunagaru.careteam.event;

import jp.tsunagaru.careteam.RightsTemplatesId;
import jp.tsunagaru.japanese.Profession;

/** What is built in is proposed again. */
public record RightsTemplateReset(RightsTemplatesId templatesId, Profession profession, int version)
    implements CareTeamEvent {}
