package jp.tsunagaru.patient.view;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.patient.query.ListPatients;
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
    boolean post) {
  private static final int OLDEST = 130;

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
    if (post) {
      parameters.put(PatientNavigation.POST, "true");
    }
    return QueryParameters.simple(parameters);
  }

  ListPatients page(int offset, int limit) {
    return new ListPatients(text, gender, ageFrom, ageTo, unreadOnly, offset, limit);
  }

  boolean isNarrow() {
    return !text.isBlank() || gender != null || ageFrom != null || ageTo != null || unreadOnly;
  }

  PatientFilter withText(String wanted) {
    return new PatientFilter(wanted.strip(), gender, ageFrom, ageTo, unreadOnly, post);
  }

  PatientFilter withGender(@Nullable Gender wanted) {
    return new PatientFilter(text, wanted, ageFrom, ageTo, unreadOnly, post);
  }

  PatientFilter withAges(@Nullable Integer from, @Nullable Integer to) {
    return new PatientFilter(text, gender, from, to, unreadOnly, post);
  }

  PatientFilter withUnreadOnly(boolean wanted) {
    return new PatientFilter(text, gender, ageFrom, ageTo, wanted, post);
  }

  PatientFilter withoutAll() {
    return new PatientFilter("", null, null, null, false, post);
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
