package jp.tsunagaru.support.view;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.support.Addressee;
import jp.tsunagaru.support.SupportKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A request as far as it was typed. Kept as JSON with known keys only, like that of an article. */
record SupportDraft(
    SupportKind kind,
    @Nullable Addressee addressee,
    @Nullable LocalDate dueOn,
    String question,
    String contract,
    Set<DocumentId> references) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  boolean isEmpty() {
    return question.isBlank() && contract.isBlank() && references.isEmpty();
  }

  String toJson() {
    ObjectNode node = JSON.createObjectNode();
    node.put("kind", kind.name());
    if (addressee != null) {
      node.put("facility", addressee.facilityId().value());
      AccountId person = addressee.accountId();
      node.put("account", person == null ? "" : person.value());
    }
    node.put("dueOn", dueOn == null ? "" : dueOn.toString());
    node.put("question", question);
    node.put("contract", contract);
    ArrayNode documents = node.putArray("references");
    references.stream().map(Id::value).forEach(documents::add);
    return JSON.writeValueAsString(node);
  }

  /** Nothing when the text is none of ours. */
  static Optional<SupportDraft> parse(String json) {
    try {
      JsonNode node = JSON.readTree(json);
      if (!node.isObject()) {
        return Optional.empty();
      }
      return Optional.of(
          new SupportDraft(
              Arrays.stream(SupportKind.values())
                  .filter(each -> each.name().equals(node.path("kind").asString("")))
                  .findFirst()
                  .orElse(SupportKind.SECOND_OPINION),
              addressee(node),
              date(node.path("dueOn").asString("")),
              node.path("question").asString(""),
              node.path("contract").asString(""),
              node.path("references")
                  .valueStream()
                  .map(each -> new DocumentId(each.asString("")))
                  .collect(Collectors.toCollection(LinkedHashSet::new))));
    } catch (JacksonException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static @Nullable Addressee addressee(JsonNode node) {
    String facility = node.path("facility").asString("");
    String account = node.path("account").asString("");
    return facility.isEmpty()
        ? null
        : new Addressee(
            new FacilityId(facility), account.isEmpty() ? null : new AccountId(account));
  }

  private static @Nullable LocalDate date(String iso) {
    try {
      return iso.isEmpty() ? null : LocalDate.parse(iso);
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }
}
