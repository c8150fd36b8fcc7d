package jp.tsunagaru.shell.view;

import jp.tsunagaru.refusal.RefusalCode;
import org.springframework.security.core.AuthenticationException;

/** Why a sign-in did not succeed, as far as it may be told. */
final class SignInRefused extends AuthenticationException {
  private final RefusalCode code;
  private final String seconds;

  SignInRefused(RefusalCode code, String seconds) {
    super(code.name());
    this.code = code;
    this.seconds = seconds;
  }

  RefusalCode code() {
    return code;
  }

  String seconds() {
    return seconds;
  }
}
