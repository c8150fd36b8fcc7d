package jp.tsunagaru.careteam.event;

import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.RightsTemplatesId;
import jp.tsunagaru.japanese.Profession;

/**
 * What the city proposes for a profession from now on.
 *
 * @param version counts the changes for this profession, from 1
 */
public record RightsTemplateChanged(
    RightsTemplatesId templatesId, Profession profession, int version, Set<Right> rights)
    implements CareTeamEvent {}
