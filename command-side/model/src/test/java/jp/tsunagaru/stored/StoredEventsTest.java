package jp.tsunagaru.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.account.write.RunningAccounts;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.kernel.Subject;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What lies in the event store is read for ever. Each type and revision of an event has a file
 * under {@code src/test/resources/stored} with its name, revision and JSON, sealed parts opened,
 * because their inside is stored as well.
 *
 * <p>For a new event run this test once with {@code -Dstored.write=true}: it writes the files that
 * are missing and changes none. A file is never edited and never deleted: when the shape of an
 * event has to change, the event gets a {@code @Revision}, an upcaster named from-to, and a second
 * file {@code Name.revision.json} beside the first, which must still be readable. A field that came
 * in and that older events just do not have needs no upcaster: the event says what that means.
 */
class StoredEventsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", "."), "src", "test", "resources", "stored");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private static Configuration axon;
  private static Sealer sealer;

  @BeforeAll
  static void start() {
    RunningAccounts application = RunningAccounts.get();
    axon = application.bean(Configuration.class);
    sealer = application.bean(Sealer.class);
  }

  /** Every record that the table of contents of a feature's events names. */
  static List<Class<?>> events() {
    var scanner =
        new ClassPathScanningCandidateComponentProvider(false) {
          @Override
          protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
            return true;
          }
        };
    scanner.addIncludeFilter(
        new RegexPatternTypeFilter(Pattern.compile("jp\\.tsunagaru\\.\\w+\\.event\\.\\w+")));
    return scanner.findCandidateComponents("jp.tsunagaru").stream()
        .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
        .filter(Class::isSealed)
        .flatMap(contents -> Arrays.stream(contents.getPermittedSubclasses()))
        .toList();
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @Test
  void the_events_of_all_features_were_found() {
    assertThat(events())
        .extracting(Class::getSimpleName)
        .contains("FacilityApplied", "AccountIssued", "PatientRegistered", "ConsentGranted")
        .contains("MemberAssigned", "DocumentConfirmed", "AttachmentReceived", "RecordViewed")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_is_stored_as_its_newest_file_says(Class<?> event) throws IOException {
    SerializedObject<byte[]> stored =
        axon.eventSerializer().serialize(Samples.of(event), byte[].class);
    String revision = stored.getType().getRevision();
    Path file =
        FOLDER.resolve(event.getSimpleName() + (revision == null ? "" : "." + revision) + ".json");
    ObjectNode current = JSON.createObjectNode();
    current.put("type", stored.getType().getName());
    current.put("revision", revision);
    current.set("payload", opened(JSON.readTree(stored.getData())));
    if (!Files.exists(file) && Boolean.getBoolean("stored.write")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, JSON.writeValueAsString(current) + "\n");
    }

    assertThat(file).as("the stored form of %s; see the class comment", event).exists();
    assertThat(current).isEqualTo(JSON.readTree(Files.readString(file)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void what_was_stored_once_can_be_read_for_ever(Path file) throws Exception {
    JsonNode old = JSON.readTree(Files.readString(file));
    byte[] payload = JSON.writeValueAsBytes(sealed(old.required("payload")));
    DomainEventData<byte[]> entry =
        new GenericDomainEventEntry<>(
            "Test",
            "id",
            0,
            file.toString(),
            Instant.EPOCH.toString(),
            old.required("type").asString(),
            old.get("revision").isNull() ? null : old.get("revision").asString(),
            payload,
            "{}".getBytes(StandardCharsets.UTF_8));

    Object read =
        EventStreamUtils.upcastAndDeserializeDomainEvents(
                Stream.of(entry), axon.eventSerializer(), axon.upcasterChain())
            .next()
            .getPayload();

    assertThat(events()).contains(read.getClass());
    String newest = axon.eventSerializer().typeForClass(read.getClass()).getRevision();
    boolean isNewest = Objects.equals(newest, entry.getPayload().getType().getRevision());
    assertThat(read)
        .isEqualTo(isNewest ? Samples.of(read.getClass()) : Samples.before(read.getClass()));
  }

  @Test
  void no_file_is_left_of_an_event_that_nobody_knows() throws IOException {
    Set<String> known =
        events().stream().map(Class::getSimpleName).collect(Collectors.toUnmodifiableSet());
    assertThat(files())
        .extracting(file -> file.getFileName().toString().replaceFirst("\\..*", ""))
        .isSubsetOf(known);
  }

  /** Shows what is inside the sealed parts. */
  private static JsonNode opened(JsonNode node) {
    if (isSealed(node)) {
      ObjectNode copy = (ObjectNode) node.deepCopy();
      byte[] clear =
          sealer.openBytes(subject(node), node.required("sealed").binaryValue()).orElseThrow();
      copy.set("sealed", JSON.readTree(clear));
      return copy;
    }
    return changed(node, StoredEventsTest::opened);
  }

  private static JsonNode sealed(JsonNode node) {
    if (isSealed(node)) {
      ObjectNode copy = (ObjectNode) node.deepCopy();
      copy.put(
          "sealed",
          sealer.sealBytes(subject(node), JSON.writeValueAsBytes(node.required("sealed"))));
      return copy;
    }
    return changed(node, StoredEventsTest::sealed);
  }

  private static JsonNode changed(
      JsonNode node, java.util.function.UnaryOperator<JsonNode> change) {
    if (!node.isObject()) {
      return node;
    }
    ObjectNode copy = JSON.createObjectNode();
    node.properties().forEach(each -> copy.set(each.getKey(), change.apply(each.getValue())));
    return copy;
  }

  private static boolean isSealed(JsonNode node) {
    return node.isObject() && node.has("subject") && node.has("sealed");
  }

  private static Subject subject(JsonNode node) {
    return new Subject(node.required("subject").asString(), node.required("parent").asString());
  }
}
