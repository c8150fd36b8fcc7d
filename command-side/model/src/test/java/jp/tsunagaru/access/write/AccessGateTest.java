package jp.tsunagaru.access.write;

import static jp.tsunagaru.access.write.Sending.asked;
import static jp.tsunagaru.access.write.Sending.command;
import static jp.tsunagaru.access.write.Sending.outcome;
import static jp.tsunagaru.access.write.Sending.query;
import static jp.tsunagaru.access.write.Sending.queryWith;
import static jp.tsunagaru.access.write.WriteSide.accessesOf;
import static jp.tsunagaru.access.write.WriteSide.bean;
import static jp.tsunagaru.access.write.WriteSide.document;
import static jp.tsunagaru.access.write.WriteSide.jdbc;
import static jp.tsunagaru.access.write.WriteSide.member;
import static jp.tsunagaru.access.write.WriteSide.patient;
import static jp.tsunagaru.access.write.WriteSide.signedIn;
import static jp.tsunagaru.access.write.WriteSide.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Counted;
import jp.tsunagaru.access.FacilityScoped;
import jp.tsunagaru.access.LooksBack;
import jp.tsunagaru.access.OwnAccount;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.access.Prints;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.Searches;
import jp.tsunagaru.access.Shown;
import jp.tsunagaru.access.TakenOut;
import jp.tsunagaru.access.TakesOut;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.audit.event.AccessDenied;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.audit.event.AuditReplayed;
import jp.tsunagaru.audit.event.ListSearched;
import jp.tsunagaru.audit.event.PastViewed;
import jp.tsunagaru.audit.event.PatientTakenOut;
import jp.tsunagaru.audit.event.RecordPrinted;
import jp.tsunagaru.audit.event.RecordViewed;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.queryhandling.GenericStreamingQueryMessage;
import org.axonframework.queryhandling.GenericSubscriptionQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

class AccessGateTest {
  record Unmarked() {}

  record OpenPatient(PatientId patientId) implements PatientScoped {
    @Override
    public Right needs() {
      return Right.VIEW;
    }
  }

  record OpenNotes(PatientId patientId) implements PatientScoped {
    @Override
    public Right needs() {
      return Right.VIEW;
    }
  }

  record OpenNotesOf(PatientId patientId, Instant lookedAt) implements PatientScoped, LooksBack {
    @Override
    public Right needs() {
      return Right.VIEW;
    }

    @Override
    public String basisCode() {
      return "RECORDED";
    }
  }

  record WatchQuietly(PatientId patientId) implements PatientScoped {
    @Override
    public Right needs() {
      return Right.VIEW;
    }

    @Override
    public boolean handsOutContent() {
      return false;
    }
  }

  record OpenFile(PatientId patientId, DocumentId documentId, AttachmentId attachmentId)
      implements PatientScoped {
    @Override
    public Right needs() {
      return Right.VIEW;
    }

    @Override
    public Optional<DocumentId> documentConcerned() {
      return Optional.of(documentId);
    }

    @Override
    public Optional<AttachmentId> attachmentConcerned() {
      return Optional.of(attachmentId);
    }
  }

  record PrintNotes(PatientId patientId, PrintReason reason) implements Prints {}

  record Notes(Map<DocumentId, Long> shown) implements Shown {}

  @AllowedFor(Role.CARE_USER)
  record SearchPeople(String searchTerm) implements Searches {
    @Override
    public Set<String> searchedKinds() {
      return Set.of("TEXT");
    }
  }

  record Found(int results) implements Counted {}

  @AllowedFor(Role.CARE_USER)
  record TakePeople(String searchTerm) implements Searches, TakesOut {
    @Override
    public Set<String> searchedKinds() {
      return Set.of("TEXT");
    }

    @Override
    public PrintPurpose purpose() {
      return PrintPurpose.HANDOVER;
    }

    @Override
    public String formatCode() {
      return "CSV";
    }
  }

  record Leaving(List<PatientId> takenOut) implements TakenOut, Counted {
    @Override
    public int results() {
      return takenOut.size();
    }
  }

  @AllowedFor(Role.CITY_AUDITOR)
  record Replay(String scopeCode, String scopeId, Instant from, Instant to) implements AuditRead {}

  @AllowedFor(Role.PUBLIC)
  record ReadPortal() {}

  @AllowedFor(Role.SYSTEM)
  record Automate() {}

  @AllowedFor(value = Role.CARE_USER, beforePledge = true)
  record BeforePledge() {}

  @AllowedFor(Role.CARE_USER)
  record AfterPledge() {}

  record ListUsers(FacilityId facilityId) implements FacilityScoped {}

  record MyProfile(AccountId accountId) implements OwnAccount {}

  private final AtomicInteger handled = new AtomicInteger();
  private final List<Registration> handlers = new ArrayList<>();
  private final People.Person nurse = signedIn(People.nurse());
  private final PatientId patientId = patient("SHARED", nurse);
  private final GrantId grantId = member(patientId, nurse, Right.VIEW);
  private final AccessGround ground =
      new AccessGround(ConsentId.of(patientId).value(), grantId.value(), "", "VIEW");

  @BeforeEach
  void answerEverything() {
    Stream.of(
            Unmarked.class,
            OpenPatient.class,
            WatchQuietly.class,
            OpenFile.class,
            ReadPortal.class,
            Automate.class,
            BeforePledge.class,
            AfterPledge.class,
            ListUsers.class,
            MyProfile.class)
        .forEach(type -> answer(type, query -> "content"));
    answer(SearchPeople.class, query -> new Found(3));
    answer(Replay.class, query -> new Found(12));
  }

  @AfterEach
  void unsubscribe() {
    handlers.forEach(Registration::cancel);
  }

  private void answer(Class<?> type, Function<Object, Object> answer) {
    handlers.add(
        bean(QueryBus.class)
            .subscribe(
                type.getName(),
                Object.class,
                message -> {
                  handled.incrementAndGet();
                  return answer.apply(message.getPayload());
                }));
  }

  @Test
  void nobody_is_nobody() {
    queryWith(Map.of(), new ReadPortal()).isRefused(RefusalCode.NOT_SIGNED_IN);
    assertThat(handled).hasValue(0);
  }

  @Test
  void everybody_may_send_what_is_public() {
    assertThat(query(Origin.visitor("192.0.2.9"), new ReadPortal()).succeeded()).isTrue();
    assertThat(query(nurse, new ReadPortal()).succeeded()).isTrue();
    assertThat(query(Origin.system(), new ReadPortal()).succeeded()).isTrue();
  }

  @Test
  void a_message_without_a_marker_is_refused_to_everybody() {
    query(nurse, new Unmarked()).isRefused(RefusalCode.NOT_FOUND);
    query(Origin.system(), new Unmarked()).isRefused(RefusalCode.NOT_FOUND);
    query(Origin.visitor(""), new Unmarked()).isRefused(RefusalCode.NOT_FOUND);
    assertThat(handled).hasValue(0);
    assertThat(accessesOf(nurse)).containsExactly(new AccessDenied("", "Unmarked", "NO_MARKER"));
  }

  @Test
  void a_command_without_a_marker_is_refused_too() {
    CommandBus commands = bean(CommandBus.class);
    handlers.add(
        commands.subscribe(
            Unmarked.class.getName(),
            message -> {
              handled.incrementAndGet();
              return "done";
            }));
    command(nurse, new Unmarked()).isRefused(RefusalCode.NOT_FOUND);
    assertThat(handled).hasValue(0);
  }

  @Test
  void a_visitor_is_refused_whatever_needs_a_person() {
    query(Origin.visitor(""), new AfterPledge()).isRefused(RefusalCode.NOT_FOUND);
    query(Origin.visitor(""), new OpenPatient(patientId)).isRefused(RefusalCode.NOT_FOUND);
    query(Origin.visitor(""), new ListUsers(nurse.facility())).isRefused(RefusalCode.NOT_FOUND);
    query(Origin.visitor(""), new MyProfile(nurse.id())).isRefused(RefusalCode.NOT_FOUND);
    assertThat(handled).hasValue(0);
  }

  @Test
  void an_automation_does_what_names_it_and_nothing_else() {
    assertThat(query(Origin.system(), new Automate()).succeeded()).isTrue();
    query(Origin.system(), new AfterPledge()).isRefused(RefusalCode.NOT_FOUND);
    query(Origin.system(), new OpenPatient(patientId)).isRefused(RefusalCode.NOT_FOUND);
    query(Origin.system(), new ListUsers(nurse.facility())).isRefused(RefusalCode.NOT_FOUND);
    query(Origin.system(), new MyProfile(nurse.id())).isRefused(RefusalCode.NOT_FOUND);
    assertThat(handled).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "COUNCIL")
  void a_claimed_role_that_the_account_does_not_have_opens_nothing(Role role) {
    People.Person person =
        signedIn(People.at(WriteSide.facility(), Profession.NURSE, Role.COUNCIL));
    Origin forged = person.originWith(Set.of("COUNCIL", role.name()));

    for (Object message :
        List.of(
            new Automate(),
            new AfterPledge(),
            new OpenPatient(patientId),
            new ListUsers(person.facility()),
            new ListUsers(nurse.facility()))) {
      query(forged, message).isRefused(RefusalCode.NOT_FOUND);
    }
    assertThat(handled).hasValue(0);
  }

  @Test
  void a_closed_session_and_a_session_of_somebody_else_open_nothing() {
    People.Person other = signedIn(People.nurse());
    Origin borrowed =
        new Origin(
            nurse.id().value(),
            nurse.facility().value(),
            Set.of("CARE_USER"),
            "NURSE",
            other.session(),
            "",
            "pwd");
    query(borrowed, new AfterPledge()).isRefused(RefusalCode.NOT_SIGNED_IN);

    jdbc()
        .sql("update guard.session set ended_at = now() where session = ?")
        .param(nurse.session())
        .update();
    query(nurse, new AfterPledge()).isRefused(RefusalCode.NOT_SIGNED_IN);
    assertThat(handled).hasValue(0);
  }

  @Test
  void a_claimed_facility_that_is_not_the_accounts_opens_nothing() {
    Origin elsewhere =
        new Origin(
            nurse.id().value(),
            FacilityId.next().value(),
            Set.of("CARE_USER"),
            "NURSE",
            nurse.session(),
            "",
            "pwd");
    query(elsewhere, new AfterPledge()).isRefused(RefusalCode.NOT_SIGNED_IN);
  }

  @Test
  void an_account_out_of_use_opens_nothing_in_its_open_session() {
    set("state", "'DEACTIVATED'");
    query(nurse, new OpenPatient(patientId)).isRefused(RefusalCode.NOT_SIGNED_IN);
    assertThat(handled).hasValue(0);
  }

  @Test
  void nothing_works_before_the_own_password_and_the_pledge_but_these_two() {
    set("must_change_password", "true");
    set("must_pledge", "true");
    query(nurse, new OpenPatient(patientId)).isRefused(RefusalCode.MUST_CHANGE_PASSWORD);
    set("must_change_password", "false");
    query(nurse, new OpenPatient(patientId)).isRefused(RefusalCode.MUST_PLEDGE);
    query(nurse, new AfterPledge()).isRefused(RefusalCode.MUST_PLEDGE);
    assertThat(handled).hasValue(0);
    assertThat(query(nurse, new BeforePledge()).succeeded()).isTrue();
    set("must_pledge", "false");
    assertThat(query(nurse, new AfterPledge()).succeeded()).isTrue();
  }

  @Test
  void a_facility_belongs_to_its_administrator_and_to_the_city() {
    People.Person administrator =
        signedIn(People.at(nurse.facility(), Profession.NURSE, Role.FACILITY_ADMIN));
    People.Person foreign =
        signedIn(People.at(WriteSide.facility(), Profession.NURSE, Role.FACILITY_ADMIN));
    People.Person city =
        signedIn(People.at(WriteSide.facility(), Profession.NURSE, Role.CITY_OPERATOR));
    ListUsers users = new ListUsers(nurse.facility());

    assertThat(query(administrator, users).succeeded()).isTrue();
    assertThat(query(city, users).succeeded()).isTrue();
    query(foreign, users).isRefused(RefusalCode.NOT_FOUND);
    query(nurse, users).isRefused(RefusalCode.NOT_FOUND);
    assertThat(accessesOf(foreign))
        .containsExactly(new AccessDenied("", "ListUsers", "OTHER_FACILITY"));
    assertThat(accessesOf(nurse)).containsExactly(new AccessDenied("", "ListUsers", "ROLE"));
  }

  @Test
  void a_profile_is_for_its_owner() {
    assertThat(query(nurse, new MyProfile(nurse.id())).succeeded()).isTrue();
    query(nurse, new MyProfile(AccountId.next())).isRefused(RefusalCode.NOT_FOUND);
    assertThat(accessesOf(nurse))
        .containsExactly(new AccessDenied("", "MyProfile", "OTHER_ACCOUNT"));
  }

  @Test
  void a_denied_patient_and_one_that_does_not_exist_look_the_same_and_both_are_recorded() {
    PatientId hidden = patient("SHARED", nurse);
    PatientId missing = PatientId.next();

    query(nurse, new OpenPatient(hidden)).isRefused(RefusalCode.NOT_FOUND);
    query(nurse, new OpenPatient(missing)).isRefused(RefusalCode.NOT_FOUND);

    assertThat(handled).hasValue(0);
    assertThat(accessesOf(nurse))
        .containsExactly(
            new AccessDenied(hidden.value(), "OpenPatient", "NO_MEMBERSHIP"),
            new AccessDenied(missing.value(), "OpenPatient", "NO_PATIENT"));
  }

  @Test
  void a_view_is_recorded_with_its_ground() {
    assertThat(query(nurse, new OpenPatient(patientId)).answered()).isEqualTo("content");
    assertThat(accessesOf(nurse))
        .containsExactly(new RecordViewed(patientId, "OpenPatient", Map.of(), "", ground));
  }

  @Test
  void every_document_shown_is_recorded_with_its_version() {
    Map<DocumentId, Long> shown = Map.of(DocumentId.next(), 1L, DocumentId.next(), 4L);
    answer(OpenNotes.class, query -> Optional.of(new Notes(shown)));

    assertThat(query(nurse, new OpenNotes(patientId)).succeeded()).isTrue();

    assertThat(accessesOf(nurse))
        .containsExactly(new RecordViewed(patientId, "OpenNotes", shown, "", ground));
  }

  @Test
  void a_look_into_the_past_is_recorded_with_the_moment_that_was_chosen() {
    Map<DocumentId, Long> shown = Map.of(DocumentId.next(), 2L);
    Instant then = Instant.parse("2026-05-03T00:00:00Z");
    answer(OpenNotesOf.class, query -> Optional.of(new Notes(shown)));

    assertThat(query(nurse, new OpenNotesOf(patientId, then)).succeeded()).isTrue();

    assertThat(accessesOf(nurse))
        .containsExactly(new PastViewed(patientId, "OpenNotesOf", shown, then, "RECORDED", ground));
  }

  @Test
  void a_print_is_recorded_as_one_with_its_purpose() {
    Map<DocumentId, Long> shown = Map.of(DocumentId.next(), 2L);
    answer(PrintNotes.class, query -> new Notes(shown));

    assertThat(
            query(nurse, new PrintNotes(patientId, new PrintReason(PrintPurpose.OTHER, "退院前の話し合い")))
                .succeeded())
        .isTrue();

    assertThat(accessesOf(nurse))
        .containsExactly(
            new RecordPrinted(
                patientId,
                "PrintNotes",
                shown,
                "OTHER",
                Personal.of(Subject.of(patientId), "退院前の話し合い"),
                ground));
  }

  @Test
  void a_purpose_of_ones_own_has_to_be_written() {
    assertThatThrownBy(() -> new PrintReason(PrintPurpose.OTHER, " ")).isInstanceOf(Refused.class);
    assertThat(new PrintReason(PrintPurpose.MEETING, "").note()).isEmpty();
  }

  @Test
  void a_file_is_recorded_with_its_document() {
    DocumentId documentId = document(patientId, nurse, "CONFIRMED");
    AttachmentId attachmentId = upload(patientId, documentId, nurse);

    assertThat(query(nurse, new OpenFile(patientId, documentId, attachmentId)).succeeded())
        .isTrue();

    assertThat(accessesOf(nurse))
        .containsExactly(
            new RecordViewed(
                patientId, "OpenFile", Map.of(documentId, 0L), attachmentId.value(), ground));
  }

  @Test
  void what_hands_out_no_content_is_decided_and_not_recorded() {
    assertThat(query(nurse, new WatchQuietly(patientId)).succeeded()).isTrue();
    query(nurse, new WatchQuietly(PatientId.next())).isRefused(RefusalCode.NOT_FOUND);
    assertThat(accessesOf(nurse)).singleElement().isInstanceOf(AccessDenied.class);
  }

  @Test
  void the_record_is_there_before_the_answer() {
    CompletableFuture<Object> later = new CompletableFuture<>();
    answer(OpenNotes.class, query -> later);
    AtomicReference<List<Object>> recordedWhenAnswered = new AtomicReference<>(List.of());

    var asked = asked(nurse.origin().toMetadata(), new OpenNotes(patientId));
    var observed =
        asked.thenApply(answer -> {
          recordedWhenAnswered.set(accessesOf(nurse));
          return answer;
        });
    assertThat(asked).isNotDone();
    assertThat(accessesOf(nurse)).isEmpty();
    later.complete("content");

    assertThat(outcome(observed).answered()).isEqualTo("content");
    assertThat(recordedWhenAnswered.get())
        .containsExactly(new RecordViewed(patientId, "OpenNotes", Map.of(), "", ground));
  }

  @Test
  void an_answer_that_cannot_be_recorded_is_withheld() {
    CompletableFuture<Object> later = new CompletableFuture<>();
    answer(OpenNotes.class, query -> later);
    People.Person auditor =
        signedIn(People.at(WriteSide.facility(), Profession.NURSE, Role.CITY_AUDITOR));
    jdbc().sql("alter table store.access_event_entry rename to out_of_order").update();
    try {
      query(nurse, new OpenPatient(patientId)).isRefused(RefusalCode.UNAVAILABLE);
      query(nurse, new SearchPeople("山田")).isRefused(RefusalCode.UNAVAILABLE);
      query(auditor, replay()).isRefused(RefusalCode.UNAVAILABLE);
      query(nurse, new OpenPatient(PatientId.next())).isRefused(RefusalCode.UNAVAILABLE);
      var asked = asked(nurse.origin().toMetadata(), new OpenNotes(patientId));
      later.complete("content");
      outcome(asked).isRefused(RefusalCode.UNAVAILABLE);
    } finally {
      jdbc().sql("alter table store.out_of_order rename to access_event_entry").update();
    }
    assertThat(query(nurse, new OpenPatient(patientId)).succeeded()).isTrue();
  }

  @Test
  void the_first_answer_of_a_subscription_is_recorded_too() {
    var subscription =
        bean(QueryBus.class)
            .subscriptionQuery(
                new GenericSubscriptionQueryMessage<>(
                        new OpenPatient(patientId),
                        ResponseTypes.instanceOf(Object.class),
                        ResponseTypes.instanceOf(String.class))
                    .withMetaData(nurse.origin().toMetadata()));
    assertThat(subscription.initialResult().block()).isNotNull();
    subscription.cancel();
    assertThat(accessesOf(nurse))
        .containsExactly(new RecordViewed(patientId, "OpenPatient", Map.of(), "", ground));
  }

  @Test
  void an_endless_answer_cannot_be_recorded_and_is_refused() {
    var stream =
        Flux.from(
            bean(QueryBus.class)
                .streamingQuery(
                    new GenericStreamingQueryMessage<>(new OpenPatient(patientId), Object.class)
                        .withMetaData(nurse.origin().toMetadata())));
    assertThatThrownBy(stream::blockLast).hasStackTraceContaining("UNAVAILABLE");
    assertThat(handled).hasValue(0);
  }

  @Test
  void a_failed_answer_shows_nothing_and_is_no_view() {
    answer(
        OpenNotes.class,
        query -> CompletableFuture.failedFuture(new Refused(RefusalCode.NOT_FOUND)));
    query(nurse, new OpenNotes(patientId)).isRefused(RefusalCode.NOT_FOUND);
    assertThat(accessesOf(nurse))
        .containsExactly(new AccessDenied(patientId.value(), "OpenNotes", "NOT_FOUND"));
  }

  @Test
  void a_search_is_recorded_without_its_term_and_alike_for_every_spelling() {
    query(nurse, new SearchPeople("やまだ")).isDone();
    query(nurse, new SearchPeople("ﾔﾏﾀﾞ")).isDone();
    query(nurse, new SearchPeople("すずき")).isDone();
    query(nurse, new SearchPeople(" ")).isDone();

    List<ListSearched> searches = accessesOf(nurse).stream().map(ListSearched.class::cast).toList();
    assertThat(searches)
        .allSatisfy(search -> {
          assertThat(search.action()).isEqualTo("SearchPeople");
          assertThat(search.kinds()).containsExactly("TEXT");
          assertThat(search.results()).isEqualTo(3);
          assertThat(search.toString()).doesNotContain("ヤマ").doesNotContain("やま");
        });
    assertThat(searches.get(0).termHash()).matches("[0-9a-f]{64}");
    assertThat(searches.get(1).termHash()).isEqualTo(searches.get(0).termHash());
    assertThat(searches.get(2).termHash()).isNotEqualTo(searches.get(0).termHash());
    assertThat(searches.get(3).termHash()).isEmpty();
  }

  @Test
  void what_leaves_is_recorded_for_each_patient_with_its_purpose() {
    PatientId other = PatientId.next();
    answer(TakePeople.class, query -> new Leaving(List.of(patientId, other)));
    query(nurse, new TakePeople("やまだ")).isDone();
    assertThat(accessesOf(nurse))
        .hasSize(3)
        .contains(
            new PatientTakenOut(patientId, "TakePeople", "HANDOVER", "CSV", 2),
            new PatientTakenOut(other, "TakePeople", "HANDOVER", "CSV", 2));
  }

  @Test
  void what_leaves_without_saying_whom_it_names_does_not_leave() {
    answer(TakePeople.class, query -> new Found(1));
    query(nurse, new TakePeople("やまだ")).isRefused(RefusalCode.UNAVAILABLE);
  }

  @Test
  void an_auditor_is_recorded_like_anybody() {
    People.Person auditor =
        signedIn(People.at(WriteSide.facility(), Profession.NURSE, Role.CITY_AUDITOR));
    query(auditor, replay()).isDone();
    query(auditor, new OpenPatient(patientId)).isRefused(RefusalCode.NOT_FOUND);
    assertThat(accessesOf(auditor))
        .containsExactly(
            new AuditReplayed(
                "PATIENT", patientId.value(), Instant.EPOCH, Instant.EPOCH, 12, "Replay", ""),
            new AccessDenied(patientId.value(), "OpenPatient", "ROLE"));
  }

  @Test
  void a_message_sent_by_a_handler_is_decided_on_its_own_origin() {
    CommandBus commands = bean(CommandBus.class);
    AtomicReference<Sending.Outcome> inner = new AtomicReference<>();
    handlers.add(
        commands.subscribe(
            BeforePledge.class.getName(),
            message -> {
              inner.set(command(Origin.system(), new AfterPledge()));
              return "done";
            }));
    handlers.add(commands.subscribe(AfterPledge.class.getName(), message -> "done"));
    AtomicReference<Boolean> failed = new AtomicReference<>();
    commands.dispatch(
        GenericCommandMessage.asCommandMessage(new BeforePledge())
            .withMetaData(nurse.origin().toMetadata()),
        (message, result) -> failed.set(result.isExceptional()));
    assertThat(failed).hasValue(false);
    inner.get().isRefused(RefusalCode.NOT_FOUND);
  }

  @Test
  void the_ground_goes_along_with_what_is_written_and_nobody_brings_his_own() {
    CommandBus commands = bean(CommandBus.class);
    List<Map<String, ?>> along = new ArrayList<>();
    MessageHandler<CommandMessage<?>> noting =
        message -> {
          along.add(CurrentUnitOfWork.get().getCorrelationData());
          return "done";
        };
    MessageHandler<CommandMessage<?>> sending =
        message -> {
          command(nurse, new AfterPledge()).isDone();
          return noting.handle(message);
        };
    handlers.add(commands.subscribe(OpenPatient.class.getName(), sending));
    handlers.add(commands.subscribe(AfterPledge.class.getName(), noting));
    Map<String, String> forged = new HashMap<>(nurse.origin().toMetadata());
    forged.putAll(new AccessGround("con_x", "grt_x", "grp_x", "PURGE", "bgl_x").toMetadata());

    Sending.commandWith(forged, new OpenPatient(patientId)).isDone();
    Sending.commandWith(forged, new AfterPledge()).isDone();

    assertThat(along)
        .extracting(AccessGround::from)
        .as("sent by the handler, the command itself, one about no patient")
        .containsExactly(Optional.empty(), Optional.of(ground), Optional.empty());
  }

  private Replay replay() {
    return new Replay("PATIENT", patientId.value(), Instant.EPOCH, Instant.EPOCH);
  }

  private void set(String column, String value) {
    jdbc()
        .sql("update guard.account set %s = %s where account_id = ?".formatted(column, value))
        .param(nurse.id().value())
        .update();
  }
}
