package jp.tsunagaru.axon.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.tsunagaru.axon.AxonConfigApplication;
import jp.tsunagaru.axon.store.AccessHistory;
import jp.tsunagaru.axon.store.AccessStream;
import jp.tsunagaru.axon.store.DomainStream;
import jp.tsunagaru.axon.vault.FileVault;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class SealedEventsTest {
  private static Path data;
  private static ConfigurableApplicationContext application;

  record Name(String family, List<String> phones) {}

  record Registered(String id, Personal<Name> name) {}

  record Looked(String id) {}

  @BeforeAll
  static void start() throws IOException {
    data = AxonConfigApplication.folder();
    application = AxonConfigApplication.start(data);
  }

  @AfterAll
  static void stop() throws IOException {
    application.close();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void an_event_is_stored_sealed_and_read_back_and_is_gone_with_its_key() {
    Subject patient = new Subject(Ids.next("pat"), null);
    Subject document = new Subject(Ids.next("doc"), patient.id());
    Name name = new Name("𠮷田", List.of("0568-76-1188"));

    stored(document.id(), new Registered(document.id(), Personal.of(document, name)));

    assertThat(payload(document.id())).doesNotContain("𠮷田").doesNotContain("0568");
    assertThat(registered(document.id()).name().read()).contains(name);

    bean(KeyStore.class).destroy(patient.id());

    assertThat(registered(document.id()).name().read()).isEmpty();
    assertThatThrownBy(() -> bean(Sealer.class).sealBytes(document, new byte[] {1}))
        .isInstanceOf(KeyDestroyedException.class);
  }

  @Test
  void a_key_of_a_transaction_that_was_rolled_back_seals_nothing_later() {
    Subject subject = new Subject(Ids.next("pat"), null);
    Sealer sealer = bean(Sealer.class);
    TransactionTemplate transaction =
        new TransactionTemplate(bean(PlatformTransactionManager.class));
    byte[] lost =
        transaction.execute(status -> {
          status.setRollbackOnly();
          return sealer.sealBytes(subject, new byte[] {1});
        });

    byte[] kept = sealer.sealBytes(subject, new byte[] {2});

    assertThat(sealer.openBytes(subject, kept)).contains(new byte[] {2});
    assertThatThrownBy(() -> sealer.openBytes(subject, lost)).isInstanceOf(TamperedException.class);
  }

  /** Others see the key from its commit on, and it is kept in memory a moment later. */
  @Test
  void a_key_destroyed_between_its_commit_and_its_keeping_is_gone() {
    Subject subject = new Subject(Ids.next("pat"), null);
    Sealer sealer = bean(Sealer.class);
    byte[] sealed =
        new TransactionTemplate(bean(PlatformTransactionManager.class))
            .execute(status -> {
              TransactionSynchronizationManager.registerSynchronization(
                  new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                      Thread other =
                          Thread.startVirtualThread(
                              () -> bean(KeyStore.class).destroy(subject.id()));
                      assertThatCode(other::join).doesNotThrowAnyException();
                    }
                  });
              return sealer.sealBytes(subject, new byte[] {1});
            });

    assertThat(sealer.openBytes(subject, sealed)).isEmpty();
    assertThatThrownBy(() -> sealer.sealBytes(subject, new byte[] {2}))
        .isInstanceOf(KeyDestroyedException.class);
  }

  @Test
  void a_changed_byte_is_noticed() {
    Subject subject = new Subject(Ids.next("pat"), null);
    byte[] sealed = bean(Sealer.class).sealBytes(subject, "本文".getBytes(StandardCharsets.UTF_8));
    sealed[sealed.length / 2] ^= 1;
    assertThatThrownBy(() -> bean(Sealer.class).openBytes(subject, sealed))
        .isInstanceOf(TamperedException.class);
  }

  @Test
  void a_file_lies_sealed_in_the_vault_and_is_gone_with_its_key() throws IOException {
    Subject document = new Subject(Ids.next("doc"), Ids.next("pat"));
    byte[] clear = "検査結果".repeat(50_000).getBytes(StandardCharsets.UTF_8);
    FileVault vault = bean(FileVault.class);

    FileVault.Stored stored = vault.store(document, new ByteArrayInputStream(clear));

    assertThat(stored.size()).isEqualTo(clear.length);
    try (var in = vault.open(document, stored.address()).orElseThrow()) {
      assertThat(in.readAllBytes()).isEqualTo(clear);
    }
    assertThat(data.resolve("vault/incoming")).isEmptyDirectory();
    bean(KeyStore.class).destroy(document.id());
    assertThat(vault.open(document, stored.address())).isEmpty();
    vault.delete(stored.address());
    vault.delete(stored.address());
  }

  @Test
  void an_access_is_durable_before_append_returns_even_inside_a_transaction_that_fails() {
    AccessHistory history = bean(AccessHistory.class);
    String id = Ids.next("pat");
    new TransactionTemplate(bean(PlatformTransactionManager.class))
        .executeWithoutResult(status -> {
          history.append(new Looked(id), Origin.system());
          status.setRollbackOnly();
        });
    List<String> ids =
        bean(JdbcClient.class)
            .sql("select event_identifier from store.access_event_entry where payload like ?")
            .param(("%" + id + "%").getBytes(StandardCharsets.UTF_8))
            .query(String.class)
            .list();
    assertThat(history.read(ids))
        .singleElement()
        .satisfies(access -> assertThat(access.event()).isEqualTo(new Looked(id)))
        .satisfies(access -> assertThat(access.origin()).isEqualTo(Origin.system()));
  }

  @Test
  void readers_of_both_streams_are_woken_by_a_commit() throws Exception {
    BlockingStream<TrackedEventMessage<?>> domain =
        bean(DomainStream.class).source().openStream(bean(EventStore.class).createHeadToken());
    BlockingStream<TrackedEventMessage<?>> access =
        bean(AccessStream.class)
            .source()
            .openStream(bean(AccessStream.class).source().createHeadToken());
    assertThat(domain.hasNextAvailable()).isFalse();
    assertThat(access.hasNextAvailable()).isFalse();
    CountDownLatch woken = new CountDownLatch(2);
    domain.setOnAvailableCallback(woken::countDown);
    access.setOnAvailableCallback(woken::countDown);

    stored(Ids.next("doc"), new Looked("x"));
    bean(AccessHistory.class).append(new Looked("y"), Origin.system());

    assertThat(woken.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(domain.nextAvailable().getPayload()).isEqualTo(new Looked("x"));
    assertThat(access.nextAvailable().getPayload()).isEqualTo(new Looked("y"));
    domain.close();
    access.close();
  }

  @Test
  void nothing_phones_home_and_no_large_object_is_used() {
    assertThat(bean(Environment.class).getProperty("axon.update-check.disabled")).isEqualTo("true");
    assertThat(
            bean(JdbcClient.class)
                .sql(
                    """
                    select count(*) from information_schema.columns
                    where udt_name = 'oid' and table_schema in ('store', 'keys', 'guard', 'view')\
                    """)
                .query(Long.class)
                .single())
        .isZero();
  }

  private static Registered registered(String id) {
    return (Registered) bean(EventStore.class).readEvents(id).next().getPayload();
  }

  private static void stored(String aggregate, Object event) {
    bean(EventStore.class).publish(new GenericDomainEventMessage<>("Test", aggregate, 0, event));
  }

  private static String payload(String aggregate) {
    return new String(
        bean(JdbcClient.class)
            .sql("select payload from store.domain_event_entry where aggregate_identifier = ?")
            .param(aggregate)
            .query((rs, row) -> rs.getBytes(1))
            .single(),
        StandardCharsets.UTF_8);
  }

  private static <T> T bean(Class<T> type) {
    return application.getBean(type);
  }
}
