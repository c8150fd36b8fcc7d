package jp.tsunagaru.document.write;

import jp.tsunagaru.refusal.Refused;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;

/** Matches a refusal by one of its parameters. */
final class Parameter extends TypeSafeMatcher<Throwable> {
  private final String name;
  private final String value;

  Parameter(String name, String value) {
    this.name = name;
    this.value = value;
  }

  @Override
  protected boolean matchesSafely(Throwable thrown) {
    return thrown instanceof Refused refused && value.equals(refused.parameters().get(name));
  }

  @Override
  public void describeTo(Description description) {
    description.appendText("refusal with ").appendText(name).appendText(" ").appendValue(value);
  }
}
