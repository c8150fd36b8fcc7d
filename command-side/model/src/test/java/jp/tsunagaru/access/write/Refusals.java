package jp.tsunagaru.access.write;

import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;

/** Matches a refusal by its code. */
public final class Refusals extends TypeSafeMatcher<Throwable> {
  private final RefusalCode code;

  private Refusals(RefusalCode code) {
    this.code = code;
  }

  public static Refusals refused(RefusalCode code) {
    return new Refusals(code);
  }

  @Override
  protected boolean matchesSafely(Throwable thrown) {
    return thrown instanceof Refused refused && refused.code() == code;
  }

  @Override
  public void describeTo(Description description) {
    description.appendText("refusal ").appendValue(code);
  }
}
