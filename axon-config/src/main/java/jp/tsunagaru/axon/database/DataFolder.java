package jp.tsunagaru.axon.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;

/** What PostgreSQL would refuse with a message that nobody understands, found before it starts. */
final class DataFolder {
  private static final String ROOT = "root";

  private DataFolder() {}

  static void check(Path home, Path data) throws IOException {
    UserPrincipal us = ourselves(home);
    if (Files.exists(data)) {
      UserPrincipal owner = Files.getOwner(data);
      if (!owner.equals(us)) {
        throw ofAnother(home, owner.getName(), us.getName());
      }
    }
    if (us.getName().equals(ROOT) && !onPath("unshare")) {
      throw new CannotStartException("start.root-without-unshare");
    }
  }

  /** Who we are to the file system, which is what counts. */
  private static UserPrincipal ourselves(Path home) throws IOException {
    try {
      Files.createDirectories(home);
      Path probe = Files.createTempFile(home, "owner", ".tmp");
      try {
        return Files.getOwner(probe);
      } finally {
        Files.delete(probe);
      }
    } catch (AccessDeniedException denied) {
      throw ofAnother(
          home,
          Files.exists(home) ? Files.getOwner(home).getName() : "?",
          System.getProperty("user.name"));
    }
  }

  private static CannotStartException ofAnother(Path home, String owner, String us) {
    return new CannotStartException("start.folder-of-another", home.toString(), owner, us);
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
