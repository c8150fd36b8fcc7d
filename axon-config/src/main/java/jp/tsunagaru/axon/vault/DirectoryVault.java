package jp.tsunagaru.axon.vault;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.kernel.Subject;

/** Files in folders by the first four digits of their address; whole or not there at all. */
final class DirectoryVault implements FileVault {
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path root;
  private final Path incoming;
  private final Sealer sealer;

  DirectoryVault(Path root, Sealer sealer) throws IOException {
    this.root = root;
    this.incoming = root.resolve("incoming");
    this.sealer = sealer;
    Files.createDirectories(root, OWNER_ONLY);
    Files.createDirectories(incoming, OWNER_ONLY);
  }

  @Override
  public Stored store(Subject subject, InputStream clear) throws IOException {
    Path file = Files.createTempFile(incoming, "in", ".part");
    try {
      MessageDigest sealedDigest = sha256();
      DigestInputStream in = new DigestInputStream(clear, sha256());
      long size;
      try (OutputStream out =
          sealer.sealing(
              subject, new DigestOutputStream(Files.newOutputStream(file), sealedDigest))) {
        size = in.transferTo(out);
      }
      force(file);
      String address = HexFormat.of().formatHex(sealedDigest.digest());
      Path folder = folder(address);
      Files.createDirectories(folder, OWNER_ONLY);
      Files.move(file, folder.resolve(address), StandardCopyOption.ATOMIC_MOVE);
      force(folder);
      return new Stored(address, size, HexFormat.of().formatHex(in.getMessageDigest().digest()));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public Optional<InputStream> open(Subject subject, String address) throws IOException {
    InputStream sealed;
    try {
      sealed = Files.newInputStream(path(address));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
    Optional<InputStream> clear = sealer.opening(subject, new BufferedInputStream(sealed));
    if (clear.isEmpty()) {
      sealed.close();
    }
    return clear;
  }

  @Override
  public void delete(String address) throws IOException {
    Files.deleteIfExists(path(address));
  }

  private Path path(String address) {
    return folder(address).resolve(address);
  }

  private Path folder(String address) {
    if (!address.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not an address of a file");
    }
    return root.resolve(address.substring(0, 2)).resolve(address.substring(2, 4));
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
