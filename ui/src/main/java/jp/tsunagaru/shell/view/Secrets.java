package jp.tsunagaru.shell.view;

import java.security.SecureRandom;
import jp.tsunagaru.account.Secret;

/**
 * Makes one-time passwords that can be read aloud and copied from paper: no 0/O, 1/l/I and the
 * like. 16 of 54 characters carry more than 90 bits.
 */
public final class Secrets {
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  public static Secret oneTimePassword() {
    StringBuilder secret = new StringBuilder(LENGTH);
    while (secret.length() < LENGTH) {
      secret.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new Secret(secret.toString());
  }
}
