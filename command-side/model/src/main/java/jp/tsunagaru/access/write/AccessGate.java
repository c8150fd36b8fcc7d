package jp.tsunagaru.access.write;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import jp.tsunagaru.access.FacilityScoped;
import jp.tsunagaru.access.OwnAccount;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.StreamingQueryMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Stands before every handler on both buses. A message is handled when its markers allow this actor
 * at this moment; anything else is recorded and answered with "not found" (第15条, 第16条, PT-12).
 * Content leaves only after it was recorded (design §4.2).
 *
 * <p>It registers itself while the application starts, before anything can send a message. It is no
 * interceptor bean: such a bean would be put before event processors too, and twice on the buses.
 */
@Component
@Lazy(false)
final class AccessGate {
  private final Actors actors;
  private final AccessDecisions decisions;
  private final AccessRecorder recorder;
  private final Clock clock;

  AccessGate(Actors actors, AccessDecisions decisions, AccessRecorder recorder, Clock clock) {
    this.actors = actors;
    this.decisions = decisions;
    this.recorder = recorder;
    this.clock = clock;
  }

  @Autowired
  void guard(CommandBus commands, QueryBus queries) {
    commands.registerHandlerInterceptor(this::handle);
    queries.registerHandlerInterceptor(this::handle);
  }

  private @Nullable Object handle(UnitOfWork<? extends Message<?>> unit, InterceptorChain chain)
      throws Exception {
    Message<?> message = unit.getMessage();
    Object payload = message.getPayload();
    Origin origin =
        Origin.from(message.getMetaData())
            .orElseThrow(() -> new Refused(RefusalCode.NOT_SIGNED_IN));
    Map<PatientId, AccessGround> ground = admit(origin, payload, unit);
    if (message instanceof CommandMessage<?>) {
      carry(unit, payload, ground);
    }
    boolean records = message instanceof QueryMessage<?, ?> && AccessRecorder.records(payload);
    if (records && message instanceof StreamingQueryMessage<?, ?>) {
      // An answer that never ends cannot be recorded before it leaves.
      throw new Refused(RefusalCode.UNAVAILABLE);
    }
    @Nullable Object answer = proceed(origin, payload, chain);
    return records ? recorded(origin, payload, ground, answer) : answer;
  }

  /** Along to the events of the command; one that was sent by another command has its own. */
  private static void carry(
      UnitOfWork<? extends Message<?>> unit, Object command, Map<PatientId, AccessGround> grounds) {
    AccessGround ground =
        command instanceof PatientScoped scoped ? grounds.get(scoped.patientId()) : null;
    unit.transformMessage(message -> {
      MetaData others = message.getMetaData().withoutKeys(Set.of(AccessGround.KEY));
      return message.withMetaData(ground == null ? others : others.mergedWith(ground.toMetadata()));
    });
  }

  /** The ground for each patient concerned, that of the message first. */
  private Map<PatientId, AccessGround> admit(
      Origin origin, Object message, UnitOfWork<? extends Message<?>> unit) {
    Markers markers = Markers.of(message.getClass());
    if (!markers.any()) {
      throw denied(origin, message, Denial.NO_MARKER);
    }
    if (markers.open()) {
      return Map.of();
    }
    boolean person = person(origin, message, markers);
    if (!(message instanceof PatientScoped scoped)) {
      if (person) {
        admitPerson(origin, message, markers, actors.signedIn(origin));
      }
      return Map.of();
    }
    // Who acts and what is in force for the patient are one look.
    Instant now = clock.instant();
    AccessDecisions.Decided decided = decisions.decided(origin, scoped, now);
    if (person) {
      admitPerson(origin, message, markers, decided.actor());
      decided.named().ifPresent(name -> name.keepDuring(unit));
    }
    return grounds(origin, scoped, decided.decision(), now);
  }

  /** An automation may do what names it, and nothing on behalf of a person. */
  private boolean person(Origin origin, Object message, Markers markers) {
    if (origin.accountId().equals(Origin.PUBLIC)
        || origin.accountId().equals(Origin.SYSTEM) && !markers.roles().contains(Role.SYSTEM)) {
      throw denied(origin, message, Denial.ROLE);
    }
    return !origin.accountId().equals(Origin.SYSTEM);
  }

  private void admitPerson(
      Origin origin, Object message, Markers markers, Optional<Actor> signedIn) {
    Actor actor =
        signedIn
            .filter(known -> known.facilityId().equals(origin.facilityId()))
            .orElseThrow(() -> new Refused(RefusalCode.NOT_SIGNED_IN));
    if (!markers.beforePledge()) {
      // 第8条3 and 第8条4: nothing works before the own password and the pledge.
      if (actor.mustChangePassword()) {
        throw new Refused(RefusalCode.MUST_CHANGE_PASSWORD);
      }
      if (actor.mustPledge()) {
        throw new Refused(RefusalCode.MUST_PLEDGE);
      }
    }
    // A hat that the account does not own is a forgery, whatever is asked for.
    if (!actor.roles().containsAll(origin.roles()) || !markers.allows(origin.roles())) {
      throw denied(origin, message, Denial.ROLE);
    }
    if (message instanceof OwnAccount own && !own.accountId().value().equals(origin.accountId())) {
      throw denied(origin, message, Denial.OTHER_ACCOUNT);
    }
    if (message instanceof FacilityScoped scoped
        && !scoped.facilityId().value().equals(actor.facilityId())
        && !origin.has(Role.CITY_OPERATOR.name())) {
      throw denied(origin, message, Denial.OTHER_FACILITY);
    }
  }

  private Map<PatientId, AccessGround> grounds(
      Origin origin, PatientScoped message, Decision decision, Instant now) {
    AccessGround first = ground(origin, message, decision);
    List<PatientId> others = message.alongside();
    if (others.isEmpty()) {
      return Map.of(message.patientId(), first);
    }
    Map<PatientId, AccessGround> grounds = new HashMap<>();
    grounds.put(message.patientId(), first);
    for (PatientId other : others) {
      Decision another = decisions.decide(origin, Alongside.of(message, other), now);
      grounds.put(other, ground(origin, message, another));
    }
    return grounds;
  }

  private AccessGround ground(Origin origin, PatientScoped message, Decision decision) {
    return switch (decision) {
      case Decision.Allowed(AccessGround ground) -> ground;
      case Decision.Denied(Denial reason) -> {
        Refused refused = denied(origin, message, reason);
        // Somebody who still displays the record may know why it cannot be changed (DL-05).
        throw reason == Denial.RETAINED ? new Refused(RefusalCode.RETENTION_READ_ONLY) : refused;
      }
    };
  }

  private @Nullable Object proceed(Origin origin, Object message, InterceptorChain chain)
      throws Exception {
    try {
      return chain.proceed();
    } catch (Refused refused) {
      throw afterHandler(origin, message, refused);
    } catch (AggregateNotFoundException missing) {
      throw afterHandler(origin, message, new Refused(RefusalCode.NOT_FOUND));
    }
  }

  private @Nullable Object recorded(
      Origin origin, Object query, Map<PatientId, AccessGround> ground, @Nullable Object answer) {
    if (answer instanceof CompletableFuture<?> later) {
      return later.handle((value, failure) -> {
        if (failure != null) {
          throw failed(origin, query, failure);
        }
        recorder.handedOut(origin, query, ground, value);
        return value;
      });
    }
    if (answer instanceof Future<?>) {
      throw new IllegalStateException("answer with a value or a CompletableFuture");
    }
    recorder.handedOut(origin, query, ground, answer);
    return answer;
  }

  private RuntimeException failed(Origin origin, Object query, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof Refused refused
        ? afterHandler(origin, query, refused)
        : new CompletionException(cause);
  }

  /** A finer rule inside a handler said no: an auditor sees that too. Visitors guess in vain. */
  private Refused afterHandler(Origin origin, Object message, Refused refused) {
    boolean person =
        !origin.accountId().equals(Origin.PUBLIC) && !origin.accountId().equals(Origin.SYSTEM);
    if (person && refused.code() == RefusalCode.BREAK_GLASS_TOO_OFTEN) {
      recorder.denied(origin, message, Denial.TOO_OFTEN);
    }
    return refused.code() == RefusalCode.NOT_FOUND && person
        ? denied(origin, message, Denial.NOT_FOUND)
        : refused;
  }

  private Refused denied(Origin origin, Object message, Denial reason) {
    recorder.denied(origin, message, reason);
    return new Refused(RefusalCode.NOT_FOUND);
  }
}
