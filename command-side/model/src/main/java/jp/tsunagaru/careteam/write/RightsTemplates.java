package jp.tsunagaru.careteam.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.BuiltInRights;
import jp.tsunagaru.careteam.RightsTemplatesId;
import jp.tsunagaru.careteam.command.ChangeRightsTemplate;
import jp.tsunagaru.careteam.command.ResetRightsTemplate;
import jp.tsunagaru.careteam.event.RightsTemplateChanged;
import jp.tsunagaru.careteam.event.RightsTemplateReset;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** 職種ごとの権限のひな形 (TM-03): the city's proposals; what is in force in teams stays there. */
@Aggregate
class RightsTemplates {
  @AggregateIdentifier private RightsTemplatesId templatesId;
  private final Map<Profession, Set<Right>> decided = new EnumMap<>(Profession.class);
  private final Map<Profession, Integer> versions = new EnumMap<>(Profession.class);

  RightsTemplates() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void change(ChangeRightsTemplate command) {
    if (!command.rights().equals(proposed(command.profession()))) {
      checkSeen(command.profession(), command.basedOn());
      apply(
          new RightsTemplateChanged(
              command.templatesId(),
              command.profession(),
              command.basedOn() + 1,
              command.rights()));
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void reset(ResetRightsTemplate command) {
    if (decided.containsKey(command.profession())) {
      checkSeen(command.profession(), command.basedOn());
      apply(
          new RightsTemplateReset(
              command.templatesId(), command.profession(), command.basedOn() + 1));
    }
  }

  private Set<Right> proposed(Profession profession) {
    return decided.getOrDefault(profession, BuiltInRights.of(profession));
  }

  private void checkSeen(Profession profession, int basedOn) {
    if (versions.getOrDefault(profession, 0) != basedOn) {
      throw new Refused(RefusalCode.CONFLICT);
    }
  }

  @EventSourcingHandler
  void on(RightsTemplateChanged event) {
    templatesId = event.templatesId();
    decided.put(event.profession(), event.rights());
    versions.put(event.profession(), event.version());
  }

  @EventSourcingHandler
  void on(RightsTemplateReset event) {
    templatesId = event.templatesId();
    decided.remove(event.profession());
    versions.put(event.profession(), event.version());
  }
}
