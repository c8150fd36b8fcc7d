package jp.tsunagaru.patient.view;

import com.vaadin.flow.router.QueryParameters;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagaru.document.query.Moment;
import jp.tsunagaru.shell.view.DateTexts;

/** A moment as it stands in the address and in the field, in Japan time. */
final class AsOfAddress {
  static final String AT = "at";
  static final String BASIS = "basis";

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2})(?:[:\\p{IsHan}](\\d{1,2})(?:[:\\p{IsHan}](\\d{1,2}))?)?\\p{IsHan}?|(\\d{2})(\\d{2})");

  private AsOfAddress() {}

  static Optional<Moment> read(QueryParameters address) {
    return address
        .getSingleParameter(AT)
        .flatMap(AsOfAddress::instant)
        .map(at -> new Moment(at, basis(address.getSingleParameter(BASIS).orElse(""))));
  }

  static QueryParameters write(Moment moment) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(AT, LOCAL.format(moment.at().atZone(DateTexts.TOKYO)));
    parameters.put(BASIS, moment.basis().name().toLowerCase(Locale.ROOT));
    return QueryParameters.simple(parameters);
  }

  /**
   * 9:30, 09:30:15, 0930, 9時30分, in half or full width. A minute without seconds means its end:
   * what was registered within it belongs to it.
   */
  static Optional<LocalTime> time(String typed) {
    Matcher matcher = TIME.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC).strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      if (matcher.group(4) != null) {
        return Optional.of(
            LocalTime.of(number(matcher.group(4)), number(matcher.group(5)), 59, 999_999_000));
      }
      int minute = matcher.group(2) == null ? 0 : number(matcher.group(2));
      return Optional.of(
          LocalTime.of(
              number(matcher.group(1)),
              minute,
              matcher.group(3) == null ? 59 : number(matcher.group(3)),
              999_999_000));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /** The last microsecond of the second written there. */
  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(
          LocalDateTime.parse(text)
              .truncatedTo(ChronoUnit.SECONDS)
              .plusNanos(999_999_000)
              .atZone(DateTexts.TOKYO)
              .toInstant());
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  private static Moment.Basis basis(String text) {
    return text.equals("occurred") ? Moment.Basis.OCCURRED : Moment.Basis.RECORDED;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
