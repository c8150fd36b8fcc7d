package jp.tsunagaru.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

final class PublicKeys {
  private PublicKeys() {}

  /** Reads the usual PEM form of an Ed25519 key. */
  static PublicKey read(Path file) throws IOException {
    String pem = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new UnreadableException("error.key");
    }
  }
}
