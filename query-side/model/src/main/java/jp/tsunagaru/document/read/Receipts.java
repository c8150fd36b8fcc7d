package jp.tsunagaru.document.read;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has been shown which documents. */
@Component
class Receipts {
  private final JdbcClient jdbc;

  Receipts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param at when this version was shown first
   */
  record Receipt(long version, Instant at) {}

  /** The receipts of some documents by document and account. */
  static final class ByDocument {
    private final Map<String, Map<String, Receipt>> receipts = new HashMap<>();

    boolean shown(String documentId, long version, String accountId) {
      Receipt receipt = of(documentId, accountId);
      return receipt != null && receipt.version() >= version;
    }

    @Nullable Receipt of(String documentId, String accountId) {
      return receipts.getOrDefault(documentId, Map.of()).get(accountId);
    }
  }

  ByDocument of(Collection<String> documentIds) {
    ByDocument found = new ByDocument();
    jdbc.sql(
            """
            select document_id, account_id, version, first_at
              from view.document_receipt where document_id = any (?)\
            """)
        .param(documentIds.toArray(String[]::new))
        .query(row -> {
          found
              .receipts
              .computeIfAbsent(row.getString("document_id"), id -> new HashMap<>())
              .put(
                  row.getString("account_id"),
                  new Receipt(
                      row.getLong("version"),
                      row.getObject("first_at", OffsetDateTime.class).toInstant()));
        });
    return found;
  }
}
