package jp.tsunagaru.benchmark;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.TermsAgreement;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.FileFacts;
import jp.tsunagaru.attachment.FileKind;
import jp.tsunagaru.attachment.Rendition;
import jp.tsunagaru.attachment.StoredFile;
import jp.tsunagaru.attachment.event.AttachmentConverted;
import jp.tsunagaru.attachment.event.AttachmentReceived;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.audit.event.ListSearched;
import jp.tsunagaru.audit.event.RecordViewed;
import jp.tsunagaru.audit.event.SignInFailed;
import jp.tsunagaru.audit.event.SignInSucceeded;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Rebuild;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.axon.store.AccessStream;
import jp.tsunagaru.axon.store.DomainStream;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DeletionReason;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.TagId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.document.event.DocumentDeleted;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.document.event.DocumentRevised;
import jp.tsunagaru.document.event.TagDefined;
import jp.tsunagaru.document.event.TagRenamed;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.event.AdministratorAppointed;
import jp.tsunagaru.facility.event.FacilityApplied;
import jp.tsunagaru.facility.event.PaperFormReceived;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.retention.DeletionRequestId;
import jp.tsunagaru.retention.DeletionScope;
import jp.tsunagaru.retention.IdentityCheck;
import jp.tsunagaru.retention.event.DeletionRequestTakenBack;
import jp.tsunagaru.retention.event.DeletionRequested;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.monitoring.MessageMonitor;
import org.springframework.core.annotation.AnnotationUtils;

/** Events a second while a read model is made anew, beside a processor with Axon's own settings. */
final class RebuildRates {
  /**
   * Events of a model after which the compiler has made up its mind about it. A city's rebuild is
   * many times as long; what the first seconds of a process make is told beside it.
   */
  private static final long WARM = 100_000;

  private static final int STOCK_SEGMENTS = 16;
  private static final int STOCK_BATCH = 1;
  private static final long STOCK_SECONDS = 15;

  private final City city;
  private final Cpu cpu;
  private final Random random;

  RebuildRates(City city, Cpu cpu) {
    this.city = city;
    this.cpu = cpu;
    this.random = city.random();
  }

  void run(Report report, double scale) throws Exception {
    stopProcessors(city);
    long begin = System.nanoTime();
    long domain = domainEvents(scale);
    long access = accessEvents(scale);
    report.add(
        "c. events in the store",
        "%,d".formatted(count(City.DOMAIN) + count(City.ACCESS)),
        "%,d domain and %,d access events generated in %d s"
            .formatted(domain, access, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)));
    city.jdbc().sql("vacuum (analyze) store.domain_event_entry").update();
    city.jdbc().sql("vacuum (analyze) store.access_event_entry").update();
    Rebuild rebuild = city.bean(Rebuild.class);
    rebuild.run("timeline"); // warm-up
    Pattern wanted = Pattern.compile(System.getProperty("benchmark.models", ".*"));
    for (String group : rebuild.groups()) {
      if (!wanted.matcher(group).matches()) {
        continue;
      }
      Rebuild.Result first = rebuild.run(group);
      if (first.events() == 0) {
        // Nothing of this kind is generated here, and a processor would wait for it in vain.
        report.add("c. rebuild of " + group, "no events", "");
        continue;
      }
      for (long handled = first.events(); handled < WARM; handled += first.events()) {
        rebuild.run(group);
      }
      Cpu.Used before = cpu.used();
      Rebuild.Result second = rebuild.run(group);
      Cpu.Used used = cpu.used().minus(before);
      Rebuild.Result third = rebuild.run(group);
      Rebuild.Result best = second.perSecond() > third.perSecond() ? second : third;
      double stock = stock(group, (long) Math.max(1_000, 4_000 * scale));
      rebuild.run(group);
      report.add(
          "c. rebuild of " + group,
          Report.perSecond(best.perSecond()),
          "%,d events, %s (first run %s); stock settings %s: × %.0f"
              .formatted(
                  best.events(),
                  used.per(second.events()),
                  Report.perSecond(first.perSecond()),
                  Report.perSecond(stock),
                  best.perSecond() / stock));
    }
  }

  static Stream<StreamingEventProcessor> processors(City city) {
    return city
        .bean(Configuration.class)
        .eventProcessingConfiguration()
        .eventProcessors()
        .values()
        .stream()
        .filter(StreamingEventProcessor.class::isInstance)
        .map(StreamingEventProcessor.class::cast);
  }

  static void stopProcessors(City city) {
    processors(city)
        .filter(StreamingEventProcessor::isRunning)
        .forEach(StreamingEventProcessor::shutDown);
  }

  private long count(String table) {
    return city.jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }

  private Instant at(int number) {
    return Instant.now().minus(200, ChronoUnit.DAYS).plusSeconds(number * 60L);
  }

  private Origin somebody() {
    return city.people.get(random.nextInt(city.people.size()));
  }

  private long domainEvents(double scale) throws SQLException {
    int documents = (int) (70_000 * scale);
    try (EventRows rows = city.rows(City.DOMAIN)) {
      int patients = (int) (5_000 * scale);
      List<PatientId> all = new ArrayList<>();
      for (int i = 0; i < patients; i++) {
        PatientId patient = city.patient(rows, at(i), 2);
        all.add(patient);
        for (int member = 0; member < 4; member++) {
          city.member(rows, patient, somebody(), at(i), member);
        }
        city.issued(rows, at(i));
        facility(rows, at(i));
        tag(rows, at(i));
        retention(rows, patient, at(i));
      }
      documents(rows, all, documents);
      return rows.count();
    }
  }

  private void facility(EventRows rows, Instant at) throws SQLException {
    FacilityId id = FacilityId.next();
    rows.add("Facility", id.value(), 0, City.registered(id), Origin.system(), at);
    rows.add(
        "Facility",
        id.value(),
        1,
        new AdministratorAppointed(id, new AccountId(somebody().accountId()), null),
        Origin.system(),
        at);
    ApplicationId application = ApplicationId.next();
    rows.add(
        "FacilityApplication",
        application.value(),
        0,
        new FacilityApplied(
            application,
            LocalDate.ofInstant(at, City.JAPAN),
            City.registered(city.facility).profile(),
            Personal.of(Subject.of(application), new FacilityPeople("小牧 一郎", "")),
            new TermsAgreement("2020-07-22", "0", "2020-07-22", "0")),
        Origin.system(),
        at);
    rows.add(
        "FacilityApplication",
        application.value(),
        1,
        new PaperFormReceived(application, LocalDate.ofInstant(at, City.JAPAN)),
        Origin.system(),
        at);
  }

  private void tag(EventRows rows, Instant at) throws SQLException {
    TagId id = TagId.next();
    rows.add("Tag", id.value(), 0, new TagDefined(id, city.facility, "訪問"), somebody(), at);
    rows.add("Tag", id.value(), 1, new TagRenamed(id, "訪問看護"), somebody(), at);
  }

  private void retention(EventRows rows, PatientId patient, Instant at) throws SQLException {
    DeletionRequestId request = DeletionRequestId.next();
    LocalDate day = LocalDate.ofInstant(at, City.JAPAN);
    rows.add(
        "DeletionRequest",
        request.value(),
        0,
        new DeletionRequested(
            request,
            patient,
            city.facility,
            RequestChannel.FAMILY,
            IdentityCheck.ID_DOCUMENT,
            Personal.of(Subject.of(patient), new Requester("小牧 一郎", "長男")),
            DeletionScope.EVERYTHING,
            Set.of(),
            null,
            null,
            day,
            day.plusDays(30)),
        somebody(),
        at);
    rows.add(
        "DeletionRequest",
        request.value(),
        1,
        new DeletionRequestTakenBack(request, patient),
        somebody(),
        at);
  }

  /** Sealed once and said often: nobody opens a document while its models are made anew. */
  private void documents(EventRows rows, List<PatientId> patients, int documents)
      throws SQLException {
    Sealer sealer = city.bean(Sealer.class);
    Subject key = Subject.of(city.patients.getFirst());
    byte[] article =
        sealer.seal(
            Personal.of(
                key,
                new WrittenArticle(
                    Posting.article(city.patients.getFirst()).content(),
                    new AuthorAsWritten("看護 花子", "訪問看護ステーションひかり"))));
    byte[] reason = sealer.seal(Personal.of(key, "誤記のため"));
    byte[] facts = sealer.seal(Personal.of(key, new FileFacts("創部.jpg", "0".repeat(64))));
    for (int i = 0; i < documents; i++) {
      PatientId patient = patients.get(random.nextInt(patients.size()));
      DocumentId document = DocumentId.next();
      Subject subject = Subject.of(document, patient);
      Origin author = somebody();
      AccountId by = new AccountId(author.accountId());
      Instant at = at(i);
      LocalDate day = LocalDate.ofInstant(at, City.JAPAN);
      Set<String> tags = random.nextBoolean() ? Set.of("訪問") : Set.of("訪問", "創部");
      long sequence = 0;
      Personal<WrittenArticle> written = sealed(subject, article);
      rows.add(
          "Document",
          document.value(),
          sequence++,
          new DocumentConfirmed(
              document,
              patient,
              by,
              city.facility,
              Profession.NURSE,
              day,
              tags,
              Visibility.TEAM,
              List.of(),
              Set.of(),
              written),
          author,
          at);
      if (i % 5 == 0) {
        rows.add(
            "Document",
            document.value(),
            sequence++,
            new DocumentRevised(
                document,
                patient,
                2,
                by,
                city.facility,
                Profession.NURSE,
                day,
                tags,
                Visibility.TEAM,
                List.of(),
                Set.of(),
                written,
                sealed(subject, reason)),
            author,
            at);
      }
      if (i % 25 == 0) {
        rows.add(
            "Document",
            document.value(),
            sequence++,
            new DocumentDeleted(
                document, patient, DeletionReason.values()[0], sealed(subject, reason)),
            author,
            at);
      }
      if (i % 50 == 0) {
        rows.add(
            "Document",
            document.value(),
            sequence,
            new DocumentRestored(document, patient),
            author,
            at);
      }
      if (i % 4 == 0) {
        attachment(rows, patient, document, author, at, sealed(subject, facts));
      }
    }
  }

  private static void attachment(
      EventRows rows,
      PatientId patient,
      DocumentId document,
      Origin author,
      Instant at,
      Personal<FileFacts> facts)
      throws SQLException {
    AttachmentId id = AttachmentId.next();
    StoredFile file = new StoredFile("0".repeat(64), 250_000, "image/jpeg");
    rows.add(
        "Attachment",
        id.value(),
        0,
        new AttachmentReceived(id, patient, document, FileKind.JPEG, 1, false, file, facts),
        author,
        at);
    rows.add(
        "Attachment",
        id.value(),
        1,
        new AttachmentConverted(
            id,
            patient,
            document,
            List.of(new Rendition(Rendition.Kind.THUMBNAIL, 1, file, 320, 240))),
        Origin.system(),
        at);
  }

  private static <T> Personal<T> sealed(Subject subject, byte[] bytes) {
    return Personal.sealed(subject, bytes, unread -> Optional.empty());
  }

  private long accessEvents(double scale) throws SQLException {
    int accesses = (int) (120_000 * scale);
    List<PatientId> patients = city.patients;
    List<DocumentId> shown = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      shown.add(DocumentId.next());
    }
    try (EventRows rows = city.rows(City.ACCESS)) {
      for (int i = 0; i < accesses; i++) {
        Origin who = somebody();
        Object event =
            switch (i % 10) {
              case 0, 1 -> new SignInSucceeded(new AccountId(who.accountId()));
              case 2 -> new ListSearched("ListPatients", Set.of("TEXT"), "0".repeat(64), 20);
              case 3 -> new SignInFailed(who.accountId(), "PASSWORD");
              default ->
                  new RecordViewed(
                      patients.get(random.nextInt(patients.size())),
                      "GetTimeline",
                      Map.of(
                          shown.get(100 + random.nextInt(shown.size() - 100)), 1L,
                          shown.get(random.nextInt(100)), 2L),
                      "",
                      new AccessGround("con", "gra", "", "VIEW"));
            };
        String id = java.util.UUID.randomUUID().toString();
        rows.add("Access", id, 0, event, who, at(i));
      }
      return rows.count();
    }
  }

  /** The same projector and the same empty tables, as a pooled processor runs out of the box. */
  private double stock(String group, long enough) throws Exception {
    List<Object> beans = projectors(group);
    TransactionManager transactions = city.bean(TransactionManager.class);
    Configuration axon = city.bean(Configuration.class);
    transactions.executeInTransaction(() ->
        beans.forEach(bean ->
            new AnnotationEventHandlerAdapter(bean, axon.parameterResolverFactory())
                .prepareReset()));
    Projection projection =
        AnnotationUtils.findAnnotation(beans.getFirst().getClass(), Projection.class);
    boolean access = projection != null && projection.value() == Projection.Stream.ACCESS;
    StreamableMessageSource<TrackedEventMessage<?>> source =
        access ? city.bean(AccessStream.class).source() : city.bean(DomainStream.class).source();
    AtomicLong handled = new AtomicLong();
    MessageMonitor<EventMessage<?>> counting =
        message ->
            new MessageMonitor.MonitorCallback() {
              @Override
              public void reportSuccess() {
                handled.incrementAndGet();
              }

              @Override
              public void reportFailure(Throwable cause) {}

              @Override
              public void reportIgnored() {}
            };
    String name = "stock-" + group + "-" + System.nanoTime();
    try (ScheduledExecutorService workers = Executors.newScheduledThreadPool(4);
        ScheduledExecutorService coordinator = Executors.newScheduledThreadPool(1)) {
      PooledStreamingEventProcessor processor =
          PooledStreamingEventProcessor.builder()
              .name(name)
              .eventHandlerInvoker(
                  SimpleEventHandlerInvoker.builder()
                      .eventHandlers(beans)
                      .parameterResolverFactory(axon.parameterResolverFactory())
                      .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                      .sequencingPolicy(SequentialPerAggregatePolicy.instance())
                      .build())
              .errorHandler(PropagatingErrorHandler.instance())
              .messageSource(source)
              .tokenStore(city.bean(TokenStore.class))
              .transactionManager(transactions)
              .initialToken(StreamableMessageSource::createTailToken)
              .initialSegmentCount(STOCK_SEGMENTS)
              .batchSize(STOCK_BATCH)
              .workerExecutor(workers)
              .coordinatorExecutor(coordinator)
              .messageMonitor(counting)
              .build();
      processor.start();
      while (handled.get() == 0) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      }
      long begin = System.nanoTime();
      long last = begin;
      long first = handled.get();
      long seen = first;
      long end = begin + TimeUnit.SECONDS.toNanos(STOCK_SECONDS);
      // The last events of a small model come soon: waiting after them would look slow.
      while (handled.get() < enough && System.nanoTime() < end) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        if (handled.get() > seen) {
          seen = handled.get();
          last = System.nanoTime();
        } else if (System.nanoTime() - last > TimeUnit.SECONDS.toNanos(3)) {
          break;
        }
      }
      double rate = (seen - first) / ((last - begin) / 1e9);
      processor.shutDown();
      coordinator.shutdownNow();
      workers.shutdownNow();
      return rate;
    } finally {
      city.jdbc()
          .sql("delete from store.token_entry where processor_name = ?")
          .param(name)
          .update();
    }
  }

  private List<Object> projectors(String group) {
    return Arrays.stream(city.context().getBeanNamesForAnnotation(ProcessingGroup.class))
        .filter(bean -> {
          ProcessingGroup of = city.context().findAnnotationOnBean(bean, ProcessingGroup.class);
          return of != null && of.value().equals(group);
        })
        .map(city.context()::getBean)
        .toList();
  }
}
