package jp.tsunagaru.access.write;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.tsunagaru.access.SearchHashes;
import jp.tsunagaru.japanese.SearchKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hashes what was searched for, so that an auditor sees that two searches were alike and cannot
 * read a name (LS-06). The key was made by the migration that made its table.
 */
@Component
final class SearchHash implements SearchHashes {
  private static final String ALGORITHM = "HmacSHA256";

  private final JdbcClient jdbc;
  private volatile @Nullable SecretKeySpec key;

  SearchHash(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String of(String term) {
    String normalised = SearchKey.of(term);
    if (normalised.isEmpty()) {
      return "";
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key());
      return HexFormat.of().formatHex(mac.doFinal(normalised.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no keyed hash", e);
    }
  }

  private SecretKeySpec key() {
    SecretKeySpec known = key;
    if (known == null) {
      known =
          new SecretKeySpec(
              jdbc.sql("select value from guard.secret where name = 'search-hash'")
                  .query((row, number) -> row.getBytes("value"))
                  .single(),
              ALGORITHM);
      key = known;
    }
    return known;
  }
}
