package jp.tsunagaru.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.command.AssignMember;
import jp.tsunagaru.careteam.command.EndMembership;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.patient.query.PatientChanges;
import jp.tsunagaru.patient.query.WatchPatient;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericSubscriptionQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SubscriptionQueryMessage;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.axonframework.queryhandling.SubscriptionQueryUpdateMessage;
import reactor.core.Disposable;

/** From an acknowledgement to the open page of somebody else. */
final class Updates {
  private static final int PER_SECOND = 25;

  private final City city;

  Updates(City city) {
    this.city = city;
  }

  void run(Report report, double scale) throws Exception {
    posts(report, scale);
    endings(report, scale);
  }

  private void posts(Report report, double scale) throws Exception {
    int posts = (int) Math.max(100, 600 * scale);
    Origin author = city.people.getFirst();
    PatientId patient = city.patients.getFirst();
    long[] waits = new long[posts];
    try (Page page = open(city.people.getLast(), patient)) {
      // Until the city that was just founded is in the read models.
      PostArticle first = Posting.article(patient);
      city.send(author, first);
      page.told(first.documentId().value()).get(60, TimeUnit.SECONDS);
      List<Told> all = new ArrayList<>();
      long next = System.nanoTime();
      for (int i = 0; i < posts; i++) {
        next += TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
        LockSupport.parkNanos(next - System.nanoTime());
        PostArticle article = Posting.article(patient);
        city.send(author, article);
        all.add(new Told(System.nanoTime(), page.told(article.documentId().value())));
      }
      for (int i = 0; i < posts; i++) {
        waits[i] = all.get(i).waited();
      }
    }
    report.add(
        "b. acknowledged post until another's page is told, p95",
        Report.p95(waits),
        Report.percentiles(waits) + " of " + posts + "; aim: 300 ms");
  }

  /** From the acknowledged end of a membership until the open page of who was a member is told. */
  private void endings(Report report, double scale) throws Exception {
    int endings = (int) Math.max(40, 200 * scale);
    Origin manager = city.people.getFirst();
    Origin member = city.person();
    PatientId patient = city.patients.getFirst();
    CareTeamId team = CareTeamId.of(patient);
    AccountId account = new AccountId(member.accountId());
    long[] waits = new long[endings];
    for (int i = 0; i < endings; i++) {
      GrantId grant = GrantId.next();
      try (Page managers = open(manager, patient)) {
        CompletableFuture<Long> begun = managers.told(grant.value());
        city.send(manager, new AssignMember(team, patient, grant, account, City.terms()));
        begun.get(20, TimeUnit.SECONDS);
      }
      try (Page members = open(member, patient)) {
        CompletableFuture<Long> ended = members.told(grant.value());
        city.send(manager, new EndMembership(team, patient, grant, "STAFF_CHANGE"));
        waits[i] = new Told(System.nanoTime(), ended).waited();
      }
    }
    report.add(
        "b. ended membership until the open page is told, p95",
        Report.p95(waits),
        Report.percentiles(waits) + " of " + endings + "; aim: 1 s");
  }

  private Page open(Origin reader, PatientId patient) {
    SubscriptionQueryMessage<WatchPatient, PatientChanges, PatientChange> watch =
        new GenericSubscriptionQueryMessage<>(
            new WatchPatient(patient),
            ResponseTypes.instanceOf(PatientChanges.class),
            ResponseTypes.instanceOf(PatientChange.class));
    SubscriptionQueryResult<
            QueryResponseMessage<PatientChanges>, SubscriptionQueryUpdateMessage<PatientChange>>
        page = city.bean(QueryBus.class).subscriptionQuery(watch.withMetaData(reader.toMetadata()));
    ConcurrentHashMap<String, CompletableFuture<Long>> told = new ConcurrentHashMap<>();
    Disposable subscription =
        page.updates()
            .subscribe(
                update -> told(told, update.getPayload().objectId()).complete(System.nanoTime()));
    page.initialResult().block();
    return new Page(
        told,
        () -> {
          subscription.dispose();
          page.cancel();
        });
  }

  private static CompletableFuture<Long> told(
      ConcurrentHashMap<String, CompletableFuture<Long>> told, String objectId) {
    return told.computeIfAbsent(objectId, id -> new CompletableFuture<>());
  }

  private record Told(long acknowledged, CompletableFuture<Long> at) {
    long waited() throws Exception {
      return Math.max(0, at.get(20, TimeUnit.SECONDS) - acknowledged);
    }
  }

  /** The open page of one person about one patient. */
  private record Page(ConcurrentHashMap<String, CompletableFuture<Long>> changes, Runnable closing)
      implements AutoCloseable {
    /** When the page was first told that this changed. */
    CompletableFuture<Long> told(String objectId) {
      return Updates.told(changes, objectId);
    }

    @Override
    public void close() {
      closing.run();
    }
  }
}
