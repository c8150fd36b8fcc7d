package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.japanese.ProfessionFamily;

/** Colour and character of a profession's family: a word and a shape, never colour alone. */
public final class ProfessionBadge extends Span {
  public ProfessionBadge(Profession profession) {
    super(Names.badge(profession.family()));
    addClassNames("profession-badge", className(profession.family()));
    getElement().setAttribute("title", Names.of(profession));
  }

  /**
   * The CSS class that sets {@code --family} and {@code --family-soft}, such as {@code
   * family-nursing}.
   */
  public static String className(ProfessionFamily family) {
    return "family-" + family.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
