package jp.tsunagaru.document.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Objects;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.write.Acting;
import jp.tsunagaru.document.TagId;
import jp.tsunagaru.document.command.DefineTag;
import jp.tsunagaru.document.command.RenameTag;
import jp.tsunagaru.document.command.RetireTag;
import jp.tsunagaru.document.event.TagDefined;
import jp.tsunagaru.document.event.TagRenamed;
import jp.tsunagaru.document.event.TagRetired;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** 文書タグ (DC-05): of the city, or of one facility. */
@Aggregate
class Tag {
  @AggregateIdentifier private TagId tagId;
  private @Nullable FacilityId facilityId;
  private String name = "";
  private boolean retired;

  Tag() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void define(DefineTag command, MetaData metaData, TagNames names) {
    FacilityId list = listOf(metaData);
    if (tagId != null) {
      // Sent again after a lost answer it counts once.
      if (!Objects.equals(facilityId, list) || !name.equals(command.name())) {
        throw new Refused(RefusalCode.NOT_FOUND);
      }
      return;
    }
    OnceInItsList.check(list, command.name(), names);
    apply(new TagDefined(command.tagId(), list, command.name()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void rename(RenameTag command, MetaData metaData, TagNames names) {
    checkOwnList(metaData);
    if (!retired && !name.equals(command.name())) {
      OnceInItsList.check(facilityId, command.name(), names);
      apply(new TagRenamed(tagId, command.name()));
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void retire(RetireTag command, MetaData metaData) {
    checkOwnList(metaData);
    if (!retired) {
      apply(new TagRetired(tagId));
    }
  }

  private void checkOwnList(MetaData metaData) {
    if (tagId == null || !Objects.equals(facilityId, listOf(metaData))) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
  }

  /** The city's operator keeps the city's list, an administrator that of the facility. */
  private static @Nullable FacilityId listOf(MetaData metaData) {
    return Acting.origin(metaData).has(Role.CITY_OPERATOR.name())
        ? null
        : Acting.facility(metaData);
  }

  @EventSourcingHandler
  void on(TagDefined event) {
    tagId = event.tagId();
    facilityId = event.facilityId();
    name = event.name();
  }

  @EventSourcingHandler
  void on(TagRenamed event) {
    name = event.name();
  }

  @EventSourcingHandler
  void on(TagRetired event) {
    retired = true;
  }
}
