package jp.tsunagaru.shell.view;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Gives Vaadin the bundle and with it {@code lang="ja"} on every page. */
@Component
class JapaneseTexts implements I18NProvider {
  @Override
  public List<Locale> getProvidedLocales() {
    return List.of(Locale.JAPAN);
  }

  @Override
  public String getTranslation(String key, Locale locale, Object... parameters) {
    return Texts.get(key, parameters);
  }
}
