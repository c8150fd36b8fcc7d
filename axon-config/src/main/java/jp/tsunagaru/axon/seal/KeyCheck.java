package jp.tsunagaru.axon.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Whether a master key belongs to a database, asked before anybody relies on it. */
public final class KeyCheck {
  private static final String ONE_ROOT_KEY =
      """
      select subject_id, wrapped from keys.subject_key
       where parent_id is null and wrapped is not null limit 1\
      """;

  private KeyCheck() {}

  /** True also when there is nothing to open. */
  public static boolean opens(Path masterKey, Connection connection)
      throws IOException, SQLException {
    if (!Files.exists(masterKey)) {
      return false;
    }
    try (Statement statement = connection.createStatement();
        ResultSet key = statement.executeQuery(ONE_ROOT_KEY)) {
      if (key.next()) {
        MasterKey.in(masterKey)
            .aead()
            .decrypt(key.getBytes(2), key.getString(1).getBytes(StandardCharsets.UTF_8));
      }
      return true;
    } catch (GeneralSecurityException anotherKey) {
      return false;
    }
  }
}
