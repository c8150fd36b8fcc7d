package jp.tsunagaru.shell.view;

import java.text.MessageFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.stereotype.Component;

/** The same bundle for the plain pages; libraries that bring their own sentences keep them. */
@Component("messageSource")
class TextMessages extends AbstractMessageSource {
  @Override
  protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
    return Texts.find(code).orElse(null);
  }

  @Override
  protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
    return Texts.find(code).map(text -> new MessageFormat(text, Locale.JAPAN)).orElse(null);
  }
}
