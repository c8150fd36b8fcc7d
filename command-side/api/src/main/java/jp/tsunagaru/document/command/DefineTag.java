package jp.tsunagaru.document.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.document.TagId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Adds a tag of up to 20 letters to the list of the city, or to that of the administrator's
 * facility (DC-05). Refuses {@code TAG_TAKEN} when the list has one of that name.
 */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record DefineTag(@TargetAggregateIdentifier TagId tagId, String name)
    implements DocumentCommand {
  public DefineTag {
    name = Check.required("tagName", name, 20);
  }
}
