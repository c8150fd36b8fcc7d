package jp.tsunagaru.access.query;

import java.time.LocalDate;
import jp.tsunagaru.access.AccessReasons;
import jp.tsunagaru.access.Counted;
import org.jspecify.annotations.Nullable;

/**
 * @param consentedOn null where no consent carries the access
 * @param group the name of the group through which the membership comes, or blank
 */
public record ExplainedAccess(AccessReasons reasons, @Nullable LocalDate consentedOn, String group)
    implements Counted {
  @Override
  public int results() {
    return 1;
  }
}
