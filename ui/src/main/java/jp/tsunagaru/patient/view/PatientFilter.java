package jp.tsunagaru.patient.view;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.patient.query.ListPatients;
import jp.tsunagaru.patient.query.PatientFacets;
import jp.tsunagaru.patient.query.PatientState;
import jp.tsunagaru.shell.view.SearchTerms;
import org.jspecify.annotations.Nullable;

/**
 * What the list shows, as it stands in the address; a searched text stands there as a number.
 *
 * @param post whether a patient is being chosen to write about
 */
record PatientFilter(
    String text,
    @Nullable Gender gender,
    @Nullable Integer ageFrom,
    @Nullable Integer ageTo,
    boolean unreadOnly,
    PatientFacets facets,
    boolean post) {
  static final PatientFilter ALL =
      new PatientFilter("", null, null, null, false, PatientFacets.NONE, false);

  private static final int OLDEST = 130;
  private static final String BETWEEN = "~";

  static PatientFilter read(QueryParameters address, SearchTerms terms) {
    return new PatientFilter(
        terms.textOf(address.getSingleParameter("q").orElse("")),
        address
            .getSingleParameter("gender")
            .flatMap(name ->
                Arrays.stream(Gender.values())
                    .filter(gender -> gender.name().equals(name))
                    .findFirst())
            .orElse(null),
        age(address, "from"),
        age(address, "to"),
        address.getSingleParameter("unread").isPresent(),
        new PatientFacets(
            day(address, "since"),
            day(address, "until"),
            values(address, "profession", Profession::valueOf),
            values(address, "facility", FacilityId::new),
            values(address, "group", GroupId::new),
            values(address, "state", PatientState::valueOf)),
        address.getSingleParameter(PatientNavigation.POST).isPresent());
  }

  QueryParameters write(SearchTerms terms) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (!text.isBlank()) {
      parameters.put("q", terms.numberOf(text));
    }
    if (gender != null) {
      parameters.put("gender", gender.name());
    }
    if (ageFrom != null) {
      parameters.put("from", ageFrom.toString());
    }
    if (ageTo != null) {
      parameters.put("to", ageTo.toString());
    }
    if (unreadOnly) {
      parameters.put("unread", "true");
    }
    if (facets.registeredFrom() != null) {
      parameters.put("since", facets.registeredFrom().toString());
    }
    if (facets.registeredTo() != null) {
      parameters.put("until", facets.registeredTo().toString());
    }
    put(parameters, "profession", facets.professions(), Enum::name);
    put(parameters, "facility", facets.facilities(), Id::value);
    put(parameters, "group", facets.groups(), Id::value);
    put(parameters, "state", facets.states(), Enum::name);
    if (post) {
      parameters.put(PatientNavigation.POST, "true");
    }
    return QueryParameters.simple(parameters);
  }

  /** As one keeps it: the text itself, and the rest as in an address. */
  String saved() {
    return text + "\n" + withPost(false).withText("").write(new SearchTerms()).getQueryString();
  }

  static PatientFilter saved(String kept, boolean post) {
    int end = kept.indexOf('\n');
    return read(QueryParameters.fromString(kept.substring(end + 1)), new SearchTerms())
        .withText(kept.substring(0, Math.max(0, end)))
        .withPost(post);
  }

  ListPatients page(int offset, int limit) {
    return new ListPatients(text, gender, ageFrom, ageTo, unreadOnly, facets, offset, limit);
  }

  boolean isNarrow() {
    return !text.isBlank()
        || gender != null
        || ageFrom != null
        || ageTo != null
        || unreadOnly
        || !facets.equals(PatientFacets.NONE);
  }

  PatientFilter withText(String wanted) {
    return new PatientFilter(wanted.strip(), gender, ageFrom, ageTo, unreadOnly, facets, post);
  }

  PatientFilter withGender(@Nullable Gender wanted) {
    return new PatientFilter(text, wanted, ageFrom, ageTo, unreadOnly, facets, post);
  }

  PatientFilter withAges(@Nullable Integer from, @Nullable Integer to) {
    return new PatientFilter(text, gender, from, to, unreadOnly, facets, post);
  }

  PatientFilter withUnreadOnly(boolean wanted) {
    return new PatientFilter(text, gender, ageFrom, ageTo, wanted, facets, post);
  }

  PatientFilter withoutAll() {
    return ALL.withPost(post);
  }

  PatientFilter withFacets(PatientFacets wanted) {
    return new PatientFilter(text, gender, ageFrom, ageTo, unreadOnly, wanted, post);
  }

  private PatientFilter withPost(boolean wanted) {
    return new PatientFilter(text, gender, ageFrom, ageTo, unreadOnly, facets, wanted);
  }

  private static <T> void put(
      Map<String, String> parameters, String name, Set<T> values, Function<T, String> code) {
    if (!values.isEmpty()) {
      parameters.put(name, values.stream().map(code).sorted().collect(Collectors.joining(BETWEEN)));
    }
  }

  /** What is no value, or none any more, narrows nothing. */
  private static <T> Set<T> values(QueryParameters address, String name, Function<String, T> read) {
    Set<T> values = new LinkedHashSet<>();
    for (String code : address.getSingleParameter(name).orElse("").split(BETWEEN)) {
      try {
        values.add(read.apply(code));
      } catch (IllegalArgumentException unknown) {
        // An address of another time, or one that somebody made up.
      }
    }
    return values;
  }

  private static @Nullable LocalDate day(QueryParameters address, String name) {
    try {
      return address.getSingleParameter(name).map(LocalDate::parse).orElse(null);
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }

  private static @Nullable Integer age(QueryParameters address, String name) {
    String text = address.getSingleParameter(name).orElse("");
    if (!text.matches("[0-9]{1,3}")) {
      return null;
    }
    int age = Integer.parseInt(text);
    return age <= OLDEST ? age : null;
  }
}
