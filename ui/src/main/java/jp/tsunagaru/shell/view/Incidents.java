package jp.tsunagaru.shell.view;

import java.util.Locale;
import jp.tsunagaru.kernel.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives an unexpected failure a short number that a person can read out on the telephone. */
final class Incidents {
  private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
  private static final int DIGITS = 8;

  private Incidents() {}

  static String report(Throwable failure) {
    String id = Ids.next("inc");
    String number = id.substring(id.length() - DIGITS).toUpperCase(Locale.ROOT);
    LOG.error("Incident {}", number, failure);
    return number;
  }
}
