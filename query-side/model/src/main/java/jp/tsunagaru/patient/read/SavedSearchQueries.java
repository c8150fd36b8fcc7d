package jp.tsunagaru.patient.read;

import java.util.List;
import java.util.Optional;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.SavedSearch;
import jp.tsunagaru.patient.SavedSearchId;
import jp.tsunagaru.patient.query.ListSavedSearches;
import jp.tsunagaru.patient.query.SavedSearches;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 保存した検索: working state, read where it is written. */
@Component
class SavedSearchQueries {
  private static final String SAVED =
      """
      select search_id, sealed from guard.saved_search
       where account_id = ? order by saved_at, search_id
      """;

  private final JdbcClient jdbc;
  private final Sealer sealer;

  SavedSearchQueries(JdbcClient jdbc, Sealer sealer) {
    this.jdbc = jdbc;
    this.sealer = sealer;
  }

  @QueryHandler
  SavedSearches handle(ListSavedSearches query) {
    List<SavedSearches.Kept> kept =
        jdbc
            .sql(SAVED)
            .param(query.accountId().value())
            .query((row, number) -> {
              SavedSearchId id = new SavedSearchId(row.getString("search_id"));
              return sealer
                  .sealed(Subject.of(query.accountId()), row.getBytes("sealed"), SavedSearch.class)
                  .read()
                  .map(search -> new SavedSearches.Kept(id, search));
            })
            .list()
            .stream()
            .flatMap(Optional::stream)
            .toList();
    return new SavedSearches(kept);
  }
}
