package jp.tsunagaru.axon.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import jp.tsunagaru.axon.AxonConfigApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The log over the stream of an Axon Server, in a real database. */
class ServerLogTest {
  private static Path data;
  private static ConfigurableApplicationContext application;
  private static StandInServer server;
  private static AxonServerConnectionFactory connections;

  @TempDir private Path target;

  @BeforeAll
  static void start() throws IOException {
    data = AxonConfigApplication.folder();
    application = AxonConfigApplication.start(data);
    server = new StandInServer();
    connections =
        AxonServerConnectionFactory.forClient("test")
            .routingServers(
                new ServerAddress(
                    "localhost",
                    Integer.parseInt(server.address().substring("localhost:".length()))))
            .build();
  }

  @AfterAll
  static void stop() throws IOException {
    connections.shutdown();
    server.close();
    application.close();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void a_log_follows_the_stream_goes_on_after_a_restart_and_its_export_verifies() throws Exception {
    ProofLog log = opened();
    appended(0, 1_500);
    taken(log, 1_500);
    assertThat(log.sign()).isTrue();

    ProofLog restarted = opened();
    appended(1_500, 20);
    taken(restarted, 20);
    assertThat(restarted.sign()).isTrue();
    restarted.lookAgain(10_000);
    assertThat(restarted.alarm()).isEmpty();
    assertThat(Export.verified(data, server.address(), "server", target))
        .startsWith("正常です。ログ server の 1520 件");
    assertThat(proofs().ofAccess("event-7"))
        .hasValueSatisfying(proof -> assertThat(proof.holds()).isTrue());

    Event changed =
        server.stored(7).toBuilder()
            .putMetaData("actor", MetaDataValue.newBuilder().setTextValue("acc_other").build())
            .build();
    server.replace(7, changed);
    assertThat(Export.verified(data, server.address(), "server", target))
        .startsWith("改変: 位置 7 の")
        .contains("event-7");
    assertThat(proofs().ofAccess("event-7"))
        .hasValueSatisfying(proof -> assertThat(proof.holds()).isFalse());
    restarted.lookAgain(10_000);
    assertThat(restarted.alarm()).contains(Alarm.EVENT_CHANGED);
  }

  private static void appended(int from, int count) {
    for (int i = from; i < from + count; i++) {
      server.append(
          Event.newBuilder()
              .setMessageIdentifier("event-" + i)
              .setAggregateIdentifier("doc_" + i)
              .setAggregateType("Document")
              .setTimestamp(1_700_000_000_000L + i)
              .setPayload(
                  SerializedObject.newBuilder()
                      .setType("jp.tsunagaru.document.event.DocumentConfirmed")
                      .setData(ByteString.copyFromUtf8("{\"sealed\":" + i + "}")))
              .putMetaData("actor", MetaDataValue.newBuilder().setTextValue("acc_" + i).build())
              .putMetaData("number", MetaDataValue.newBuilder().setNumberValue(i).build())
              .build());
    }
  }

  private static void taken(ProofLog log, int count) {
    int[] taken = {0};
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> {
          taken[0] += log.append();
          assertThat(taken[0]).isEqualTo(count);
        });
  }

  private static ServerEntries entries() {
    return new ServerEntries(
        "server", bean(JdbcClient.class), () -> connections.connect("default").eventChannel());
  }

  private static Proofs proofs() {
    return new JdbcProofs(
        bean(JdbcClient.class),
        bean(SigningKey.class),
        java.util.Map.of("server", entries()),
        "server");
  }

  private static ProofLog opened() throws IOException {
    ProofLog log =
        new ProofLog(
            "server",
            entries(),
            bean(JdbcClient.class),
            bean(PlatformTransactionManager.class),
            bean(SigningKey.class),
            new HeadFile(ProofConfiguration.heads(data.resolve("proof"), "server")),
            Clock.systemUTC(),
            Duration.ofMinutes(1));
    log.open();
    return log;
  }

  private static <T> T bean(Class<T> type) {
    return application.getBean(type);
  }
}
