package jp.tsunagaru.document.view;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Id;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was typed so far. Kept as JSON with known keys only; a draft of an older release that lacks
 * one is still good.
 *
 * @param occurredOn null when the date could not be read
 * @param version of the article being edited, 0 for a new one
 */
record DraftState(
    String text,
    @Nullable LocalDate occurredOn,
    Set<String> tags,
    Visibility visibility,
    List<AttachmentId> attachments,
    PartsDraft parts,
    long version,
    String reason) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  boolean isEmpty() {
    return text.isBlank() && attachments.isEmpty() && parts.saysNothing();
  }

  String toJson() {
    ObjectNode node = JSON.createObjectNode();
    node.put("text", text);
    if (occurredOn != null) {
      node.put("occurredOn", occurredOn.toString());
    }
    put(node.putArray("tags"), tags);
    node.put("scope", visibility.scope().name());
    put(node.putArray("accounts"), values(visibility.accounts()));
    put(node.putArray("groups"), values(visibility.groups()));
    put(
        node.putArray("professions"),
        visibility.professions().stream().map(Enum::name).collect(Collectors.toSet()));
    put(node.putArray("attachments"), values(attachments));
    if (!parts.saysNothing()) {
      node.set("parts", JSON.valueToTree(parts));
    }
    node.put("version", version);
    node.put("reason", reason);
    return JSON.writeValueAsString(node);
  }

  /** Nothing when the text is none of ours. */
  static Optional<DraftState> parse(String json) {
    try {
      JsonNode node = JSON.readTree(json);
      if (!node.isObject()) {
        return Optional.empty();
      }
      return Optional.of(
          new DraftState(
              node.path("text").asString(""),
              date(node.path("occurredOn").asString("")),
              Set.copyOf(list(node, "tags", Function.identity())),
              new Visibility(
                  constant(Visibility.Scope.values(), node.path("scope").asString(""))
                      .orElse(Visibility.Scope.TEAM),
                  Set.copyOf(list(node, "accounts", AccountId::new)),
                  Set.copyOf(list(node, "groups", GroupId::new)),
                  list(node, "professions", name -> constant(Profession.values(), name)).stream()
                      .flatMap(Optional::stream)
                      .collect(Collectors.toUnmodifiableSet())),
              list(node, "attachments", AttachmentId::new),
              node.path("parts").isObject()
                  ? JSON.treeToValue(node.path("parts"), PartsDraft.class)
                  : PartsDraft.NONE,
              node.path("version").asLong(0),
              node.path("reason").asString("")));
    } catch (JacksonException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static Set<String> values(Collection<? extends Id> ids) {
    return ids.stream()
        .map(Id::value)
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  private static void put(ArrayNode array, Set<String> values) {
    values.forEach(array::add);
  }

  private static <T> List<T> list(JsonNode node, String name, Function<String, T> of) {
    return node.path(name)
        .valueStream()
        .map(each -> each.asString(""))
        .filter(each -> !each.isEmpty())
        .map(of)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static <E extends Enum<E>> Optional<E> constant(E[] all, String name) {
    return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst();
  }

  private static @Nullable LocalDate date(String iso) {
    try {
      return iso.isEmpty() ? null : LocalDate.parse(iso);
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }
}
