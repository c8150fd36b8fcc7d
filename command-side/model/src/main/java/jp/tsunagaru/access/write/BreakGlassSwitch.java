package jp.tsunagaru.access.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import jp.tsunagaru.access.BreakGlassSwitchId;
import jp.tsunagaru.access.command.DisableBreakGlass;
import jp.tsunagaru.access.command.EnableBreakGlass;
import jp.tsunagaru.access.event.BreakGlassDisabled;
import jp.tsunagaru.access.event.BreakGlassEnabled;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** Whether the city allows 緊急閲覧, and for how long at a time. */
@Aggregate
class BreakGlassSwitch {
  @AggregateIdentifier private BreakGlassSwitchId switchId;
  private int minutes;

  BreakGlassSwitch() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void enable(EnableBreakGlass command) {
    if (minutes != command.minutes()) {
      apply(new BreakGlassEnabled(command.switchId(), command.minutes()));
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void disable(DisableBreakGlass command) {
    if (minutes > 0) {
      apply(new BreakGlassDisabled(command.switchId()));
    }
  }

  @EventSourcingHandler
  void on(BreakGlassEnabled event) {
    switchId = event.switchId();
    minutes = event.minutes();
  }

  @EventSourcingHandler
  void on(BreakGlassDisabled event) {
    minutes = 0;
  }
}
