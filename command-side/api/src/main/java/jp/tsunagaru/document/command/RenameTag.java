package jp.tsunagaru.document.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.document.TagId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Gives a tag of one's own list another name. Articles keep the name that they were written with
 * and are found under both (DC-05). Refuses {@code TAG_TAKEN}.
 */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record RenameTag(@TargetAggregateIdentifier TagId tagId, String name)
    implements DocumentCommand {
  public RenameTag {
    name = Check.required("tagName", name, 20);
  }
}
