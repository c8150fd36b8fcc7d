package jp.tsunagaru.patient.read;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagaru.japanese.SearchKey;
import jp.tsunagaru.japanese.SearchText;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.patient.query.ListPatients;
import jp.tsunagaru.patient.query.PatientFacets;
import jp.tsunagaru.patient.query.PatientState;

/**
 * What a search asks for, as conditions on rows {@code p} of {@code view.patient} (LS-03).
 *
 * @param exact decides
 * @param indexed lets through all that {@code exact} does and is answered by the index of grams;
 *     blank when no text was asked for
 */
record PatientCondition(String exact, String indexed, Map<String, Object> parameters) {
  private static final int MOST_WORDS = 4;
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private static final String MEMBER =
      """
      exists (
        select 1 from view.reach f join view.account a on a.account_id = f.account_id
         where f.patient_id = p.patient_id and a.deactivated_at is null
           and :today between f.valid_from and f.valid_to and %s)\
      """;

  /** Whether kana match to the letter, or without voicing marks on a second try (§6.3). */
  enum Kana {
    EXACT,
    LOOSE
  }

  static PatientCondition of(ListPatients query, Kana kana, LocalDate today) {
    Map<String, Object> parameters = new HashMap<>();
    List<String> exact = new ArrayList<>();
    String indexed = "";
    Term text = text(query.text(), kana, parameters);
    if (!text.exact().isEmpty()) {
      exact.add(text.exact());
      indexed = text.indexed();
    }
    if (query.gender() != null) {
      exact.add("p.gender = :gender");
      parameters.put("gender", query.gender().name());
    }
    if (query.ageFrom() != null) {
      exact.add("p.birth_date <= :bornUntil");
      parameters.put("bornUntil", today.minusYears(query.ageFrom()));
    }
    if (query.ageTo() != null) {
      exact.add("p.birth_date > :bornAfter");
      parameters.put("bornAfter", today.minusYears(query.ageTo() + 1L));
    }
    facets(query.facets(), today, exact, parameters);
    return new PatientCondition(
        exact.isEmpty() ? "true" : String.join(" and ", exact), indexed, parameters);
  }

  /**
   * LS-02. What a stopped row does not show is nothing that it could be found by either (PT-10).
   */
  private static void facets(
      PatientFacets facets, LocalDate today, List<String> exact, Map<String, Object> parameters) {
    if (facets.registeredFrom() != null) {
      exact.add("p.registered_at >= :registeredFrom");
      parameters.put("registeredFrom", startOf(facets.registeredFrom()));
    }
    if (facets.registeredTo() != null) {
      exact.add("p.registered_at < :registeredUntil");
      parameters.put("registeredUntil", startOf(facets.registeredTo().plusDays(1)));
    }
    if (!facets.professions().isEmpty()) {
      exact.add(MEMBER.formatted("a.profession = any (:professions)"));
      parameters.put(
          "professions", facets.professions().stream().map(Enum::name).toArray(String[]::new));
    }
    if (!facets.facilities().isEmpty()) {
      exact.add(MEMBER.formatted("a.facility_id = any (:facilities)"));
      parameters.put(
          "facilities", facets.facilities().stream().map(Id::value).toArray(String[]::new));
    }
    if (!facets.groups().isEmpty()) {
      exact.add(
          """
          exists (
            select 1 from view.reach f
             where f.patient_id = p.patient_id and f.group_id = any (:inGroups)
               and :today between f.valid_from and f.valid_to)\
          """);
      parameters.put("inGroups", facets.groups().stream().map(Id::value).toArray(String[]::new));
    }
    if (!facets.states().isEmpty()) {
      exact.add(
          facets.states().stream()
              .map(PatientCondition::state)
              .collect(Collectors.joining(" or ", "(", ")")));
      parameters.put("today", today);
    }
  }

  private static String state(PatientState state) {
    return switch (state) {
      case PROVISIONAL ->
          "not exists (select 1 from view.sharing q where q.patient_id = p.patient_id)";
      case STOPPED ->
          """
          exists (
            select 1 from view.sharing q
             where q.patient_id = p.patient_id and q.state = 'STOPPED')\
          """;
      case ENDED ->
          """
          exists (
            select 1 from view.sharing q
             where q.patient_id = p.patient_id and q.state = 'ENDED')\
          """;
      case CARE_LEVEL_EXPIRED ->
          """
          (p.care_level <> '' and p.care_level_to < :today and not exists (
            select 1 from view.sharing q
             where q.patient_id = p.patient_id and q.state = 'STOPPED'))\
          """;
      case ONLY_OWN_FACILITY ->
          """
          (exists (
            select 1 from view.sharing q
             where q.patient_id = p.patient_id and q.state = 'SHARED')
           and not exists (
            select 1 from view.reach f join view.account a on a.account_id = f.account_id
             where f.patient_id = p.patient_id and a.deactivated_at is null
               and 'CARE_USER' = any (a.roles) and :today between f.valid_from and f.valid_to
               and a.facility_id <> (
                 select own.facility_id from view.account own where own.account_id = :me)))\
          """;
    };
  }

  private static OffsetDateTime startOf(LocalDate day) {
    return day.atStartOfDay(JAPAN).toOffsetDateTime();
  }

  private record Term(String exact, String indexed) {
    static final Term NONE = new Term("", "");

    Term or(Term other) {
      return combined(" or ", other);
    }

    Term and(Term other) {
      return combined(" and ", other);
    }

    private Term combined(String joint, Term other) {
      if (exact.isEmpty() || other.exact.isEmpty()) {
        return exact.isEmpty() ? other : this;
      }
      return new Term(
          "(" + exact + joint + other.exact + ")", "(" + indexed + joint + other.indexed + ")");
    }
  }

  /** The text as one, or else its words apart: 「山田 たろう」, 「太郎 0568」. */
  private static Term text(String text, Kana kana, Map<String, Object> parameters) {
    Term whole = term(text, kana, parameters);
    String[] words = text.strip().split("[\\s\\p{Z}]+");
    if (whole.exact().isEmpty() || words.length < 2 || words.length > MOST_WORDS) {
      return whole;
    }
    List<String> names = new ArrayList<>();
    Term apart = Term.NONE;
    for (String word : words) {
      switch (SearchText.understand(word)) {
        case SearchText.Empty empty -> {}
        case SearchText.Phone phone -> apart = apart.and(term(word, kana, parameters));
        default -> names.add(word);
      }
    }
    switch (names.size()) {
      case 0 -> {}
      case 1 -> apart = apart.and(term(names.getFirst(), kana, parameters));
      case 2 ->
          apart =
              apart.and(
                  inOrder(names.getFirst(), names.getLast(), kana, parameters)
                      .or(inOrder(names.getLast(), names.getFirst(), kana, parameters)));
      default -> {
        return whole;
      }
    }
    return whole.or(apart);
  }

  /** One word in the family name, the other in the given name; 「たかはし た」 is not any 髙橋. */
  private static Term inOrder(
      String family, String given, Kana kana, Map<String, Object> parameters) {
    return inPart(family, 1, kana, parameters).and(inPart(given, 2, kana, parameters));
  }

  private static Term inPart(String word, int part, Kana kana, Map<String, Object> parameters) {
    return switch (SearchText.understand(word)) {
      case SearchText.Kana(String key, String nameKey) ->
          (kana == Kana.EXACT
                  ? inPart("kana", PatientKeys.Kind.KANA, key, part, parameters)
                  : inPart(
                      "loose", PatientKeys.Kind.LOOSE, SearchKey.looseKana(word), part, parameters))
              .or(inPart("name", PatientKeys.Kind.NAME, nameKey, part, parameters));
      default -> inPart("name", PatientKeys.Kind.NAME, SearchKey.of(word), part, parameters);
    };
  }

  private static Term inPart(
      String columns, PatientKeys.Kind kind, String key, int part, Map<String, Object> parameters) {
    return new Term(
        "strpos(split_part(p.%s_parts, chr(9), %d), %s) > 0"
            .formatted(columns, part, parameter(parameters, key)),
        grams(kind, key, parameters));
  }

  private static Term term(String text, Kana kana, Map<String, Object> parameters) {
    return switch (SearchText.understand(text)) {
      case SearchText.Empty empty -> Term.NONE;
      case SearchText.Phone(String digits) -> {
        String key = parameter(parameters, digits);
        yield new Term(
            "strpos(p.phones, " + key + ") > 0", grams(PatientKeys.Kind.PHONE, digits, parameters));
      }
      case SearchText.Name(String key) -> named("name", PatientKeys.Kind.NAME, key, parameters);
      case SearchText.Kana(String key, String nameKey) -> {
        Term read =
            kana == Kana.EXACT
                ? named("kana", PatientKeys.Kind.KANA, key, parameters)
                : named("loose", PatientKeys.Kind.LOOSE, SearchKey.looseKana(text), parameters);
        yield read.or(named("name", PatientKeys.Kind.NAME, nameKey, parameters));
      }
    };
  }

  private static Term named(
      String columns, PatientKeys.Kind kind, String key, Map<String, Object> parameters) {
    String name = parameter(parameters, key);
    return new Term(
        "(strpos(p.%1$s_parts, %2$s) > 0 or strpos(p.%1$s_full, chr(9) || %2$s) > 0)"
            .formatted(columns, name),
        grams(kind, key, parameters));
  }

  private static String grams(PatientKeys.Kind kind, String key, Map<String, Object> parameters) {
    String[] grams = PatientKeys.gramsOf(kind, key).toArray(String[]::new);
    return "p.grams @> cast(" + parameter(parameters, grams) + " as text[])";
  }

  private static String parameter(Map<String, Object> parameters, Object value) {
    String name = "text" + parameters.size();
    parameters.put(name, value);
    return ":" + name;
  }
}
