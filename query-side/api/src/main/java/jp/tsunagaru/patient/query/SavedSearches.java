package jp.tsunagaru.patient.query;

import java.util.List;
import jp.tsunagaru.patient.SavedSearch;
import jp.tsunagaru.patient.SavedSearchId;

/** In the order in which they were saved. */
public record SavedSearches(List<Kept> searches) {
  public SavedSearches {
    searches = List.copyOf(searches);
  }

  public record Kept(SavedSearchId searchId, SavedSearch search) {}
}
