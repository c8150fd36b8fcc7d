package jp.tsunagaru.document.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.query.GetTimeline;
import jp.tsunagaru.document.query.TimelinePosition;
import jp.tsunagaru.japanese.SearchKey;
import jp.tsunagaru.support.read.SupportThreads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Words in sealed articles (DC-04). The articles that the other filters leave are opened one after
 * the other, newest first, and forgotten again: no word of an article stands anywhere in the clear.
 */
@Component
class TextSearch {
  private static final int BATCH = 250;

  private final TimelinePage pages;
  private final Articles articles;
  private final SupportThreads support;

  TextSearch(TimelinePage pages, Articles articles, SupportThreads support) {
    this.support = support;
    this.pages = pages;
    this.articles = articles;
  }

  /**
   * @param next where to go on; null when all was looked through or fits
   */
  record Found(List<TimelinePage.Entry> entries, @Nullable TimelinePosition next, int searched) {}

  /** At most {@code most} entries out of {@link GetTimeline#SEARCHED}. */
  Found find(GetTimeline query, Viewer viewer, int most) {
    List<String> words =
        Arrays.stream(query.filter().text().strip().split("[\\s\\u3000]+"))
            .map(SearchKey::of)
            .filter(word -> !word.isEmpty())
            .toList();
    List<TimelinePage.Entry> found = new ArrayList<>();
    TimelinePosition position = query.before();
    int searched = 0;
    while (true) {
      List<TimelinePage.Entry> read =
          pages.read(new GetTimeline(query.patientId(), query.filter(), position), viewer, BATCH);
      boolean last = read.size() <= BATCH;
      for (int i = 0; i < Math.min(read.size(), BATCH); i++) {
        TimelinePage.Entry entry = read.get(i);
        searched++;
        position = position(entry);
        if (says(entry, query, words)) {
          found.add(entry);
        }
        boolean end = last && i == read.size() - 1;
        if (end) {
          return new Found(found, null, searched);
        }
        if (found.size() == most || searched == GetTimeline.SEARCHED) {
          return new Found(found, position, searched);
        }
      }
      if (read.isEmpty()) {
        return new Found(found, null, searched);
      }
    }
  }

  private boolean says(TimelinePage.Entry entry, GetTimeline query, List<String> words) {
    String key =
        SearchKey.of(
            entry.support()
                ? support.words(query.patientId(), entry.documentId())
                : written(entry, query));
    return words.stream().allMatch(key::contains);
  }

  private String written(TimelinePage.Entry entry, GetTimeline query) {
    ArticleContent content =
        articles
            .open(
                entry.documentId(),
                query.patientId().value(),
                entry.sealedArticle(),
                entry.formVersion())
            .content();
    return words(content);
  }

  /** Medicines and results are found by what was typed into their fields. */
  private static String words(ArticleContent content) {
    StringBuilder words = new StringBuilder(content.title()).append(content.text());
    content
        .medicines()
        .forEach(medicine ->
            words
                .append('\n')
                .append(medicine.name())
                .append('\n')
                .append(medicine.ingredient())
                .append('\n')
                .append(medicine.usage())
                .append('\n')
                .append(medicine.source()));
    content
        .results()
        .forEach(result -> words.append('\n').append(result.item()).append(result.value()));
    return words.toString();
  }

  private static TimelinePosition position(TimelinePage.Entry entry) {
    return new TimelinePosition(
        entry.occurredOn(), entry.recordedAt(), new DocumentId(entry.documentId()));
  }
}
