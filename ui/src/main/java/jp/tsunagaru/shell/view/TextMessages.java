package jp.tsunagaru.shell.view;

import java.text.MessageFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.stereotype.Component;

/** The same bundle for the plain pages: {@code #{key}} in templates. */
@Component("messageSource")
class TextMessages extends AbstractMessageSource {
  @Override
  protected String resolveCodeWithoutArguments(String code, Locale locale) {
    return Texts.get(code);
  }

  @Override
  protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
    return new MessageFormat(Texts.get(code), Locale.JAPAN);
  }
}
