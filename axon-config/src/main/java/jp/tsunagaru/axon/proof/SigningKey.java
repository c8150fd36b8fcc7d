package jp.tsunagaru.axon.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The Ed25519 key that signs heads, in a file that only the operator's account may read, apart from
 * the database. Its public half lies beside the heads.
 */
final class SigningKey {
  private static final String ALGORITHM = "Ed25519";

  private final PrivateKey secret;
  private final PublicKey shown;

  private SigningKey(PrivateKey secret, PublicKey shown) {
    this.secret = secret;
    this.shown = shown;
  }

  /** Reads the key from the file, which is made at the first start; shows its public half. */
  static SigningKey in(Path file, Path publicFile) throws IOException, GeneralSecurityException {
    Files.createDirectories(file.getParent());
    Files.createDirectories(publicFile.getParent());
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      KeyPair fresh = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      Base64.Encoder base64 = Base64.getEncoder();
      write(
          file,
          base64.encodeToString(fresh.getPrivate().getEncoded())
              + "\n"
              + base64.encodeToString(fresh.getPublic().getEncoded())
              + "\n");
    } catch (FileAlreadyExistsException alreadyThere) {
      // Made at an earlier start.
    }
    String[] lines = Files.readString(file).strip().split("\n", -1);
    if (lines.length != 2) {
      throw new IOException("The key file of the proof is damaged: restore it from its backup");
    }
    KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
    Base64.Decoder base64 = Base64.getDecoder();
    SigningKey key =
        new SigningKey(
            keys.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines[0].strip()))),
            keys.generatePublic(new X509EncodedKeySpec(base64.decode(lines[1].strip()))));
    if (!Files.exists(publicFile)) {
      Files.writeString(publicFile, key.pem(), StandardCharsets.US_ASCII);
    }
    return key;
  }

  private static void write(Path file, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
  }

  String pem() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(shown.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  Head sign(String log, long size, byte[] root, byte[] chain, String time, byte[] previous) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(Head.signedText(log, size, root, chain, time, previous));
      return new Head(log, size, root, chain, time, previous, signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a head could not be signed", e);
    }
  }

  boolean signed(Head head) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(shown);
      signature.update(head.signedText());
      return signature.verify(head.signature());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
