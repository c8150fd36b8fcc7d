package jp.tsunagaru.benchmark;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
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

/** From the acknowledgement of a post to the open page of somebody else. */
final class Updates {
  private static final int PER_SECOND = 25;

  private final City city;
  private final Posting posting;

  Updates(City city, Posting posting) {
    this.city = city;
    this.posting = posting;
  }

  void run(Report report, double scale) {
    int posts = (int) Math.max(100, 600 * scale);
    Origin author = city.people.getFirst();
    Origin reader = city.people.getLast();
    PatientId patient = city.patients.getFirst();
    ConcurrentHashMap<String, Long> arrived = new ConcurrentHashMap<>();
    SubscriptionQueryMessage<WatchPatient, PatientChanges, PatientChange> watch =
        new GenericSubscriptionQueryMessage<>(
            new WatchPatient(patient),
            ResponseTypes.instanceOf(PatientChanges.class),
            ResponseTypes.instanceOf(PatientChange.class));
    SubscriptionQueryResult<
            QueryResponseMessage<PatientChanges>, SubscriptionQueryUpdateMessage<PatientChange>>
        page = city.bean(QueryBus.class).subscriptionQuery(watch.withMetaData(reader.toMetadata()));
    Disposable subscription =
        page.updates()
            .subscribe(
                update -> arrived.putIfAbsent(update.getPayload().objectId(), System.nanoTime()));
    ConcurrentHashMap<String, Long> acknowledged = new ConcurrentHashMap<>();
    page.initialResult().block();
    long next = System.nanoTime();
    for (int i = 0; i < posts; i++) {
      next += TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
      LockSupport.parkNanos(next - System.nanoTime());
      PostArticle article = Posting.article(patient);
      posting.post(author, article);
      acknowledged.put(article.documentId().value(), System.nanoTime());
    }
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!arrived.keySet().containsAll(acknowledged.keySet()) && System.nanoTime() < patience) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    subscription.dispose();
    page.cancel();
    LongStream.Builder told = LongStream.builder();
    acknowledged.forEach((document, since) -> {
      Long at = arrived.get(document);
      if (at != null) {
        told.add(Math.max(0, at - since));
      }
    });
    long[] waits = told.build().toArray();
    report.add(
        "b. acknowledged post until another's page is told, p95",
        Report.p95(waits),
        Report.percentiles(waits) + " of " + posts + "; aim: 300 ms");
  }
}
