package jp.tsunagaru.document.view;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.document.query.DocumentKind;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.shell.view.SearchTerms;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the notebook as it stands in the address; ids and dates only, nothing personal. Words
 * that are looked for stay in the session, like those of the search for patients.
 */
public final class TimelineFilters {
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String AUTHOR = "author";
  private static final String GROUP = "group";
  private static final String TAG = "tag";
  private static final String WORDS = "q";
  private static final String KIND = "kind";

  private TimelineFilters() {}

  /** What cannot be read is left out: an address may have been cut by a mail program. */
  public static TimelineFilter read(QueryParameters address, SearchTerms terms) {
    return new TimelineFilter(
        read(address, FROM, LocalDate::parse),
        read(address, TO, LocalDate::parse),
        read(address, AUTHOR, AccountId::new),
        read(address, GROUP, GroupId::new),
        address.getSingleParameter(TAG).orElse(""),
        address.getSingleParameter(WORDS).map(terms::textOf).orElse(""),
        read(address, KIND, DocumentKind::valueOf));
  }

  public static QueryParameters write(TimelineFilter filter, SearchTerms terms) {
    Map<String, String> parameters = new LinkedHashMap<>();
    put(parameters, FROM, filter.from());
    put(parameters, TO, filter.to());
    put(parameters, AUTHOR, filter.author());
    put(parameters, GROUP, filter.group());
    put(parameters, TAG, filter.tag().isBlank() ? null : filter.tag());
    put(parameters, WORDS, filter.text().isBlank() ? null : terms.numberOf(filter.text().strip()));
    put(parameters, KIND, filter.kind());
    return QueryParameters.simple(parameters);
  }

  private static <T> @Nullable T read(
      QueryParameters address, String name, Function<String, T> of) {
    String text = address.getSingleParameter(name).orElse("");
    try {
      return text.isEmpty() ? null : of.apply(text);
    } catch (DateTimeParseException | IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
    if (value != null) {
      parameters.put(name, value.toString());
    }
  }
}
