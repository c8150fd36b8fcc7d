package jp.tsunagaru.patient.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.springframework.stereotype.Component;

/**
 * How far each account has read on without a gap: of a patient's documents for the whole team,
 * those with a smaller stamp are the reader's own or were shown. That was once found out from the
 * tables and stays true, since whatever makes a document news again gives it a new stamp; so the
 * marks are never told of an event, may be forgotten at any time, and cost no answer its
 * correctness.
 *
 * <p>Stamps are numbers of transactions, and a mark is never beyond the oldest one that was running
 * when it was found: what another transaction was about to write then lies behind the mark.
 */
@Component
class ReadMarks {
  private static final long MOST_PATIENTS = 300_000;

  private final Cache<String, Marks> marks =
      Caffeine.newBuilder()
          .maximumWeight(MOST_PATIENTS)
          .<String, Marks>weigher((account, known) -> 1 + known.ofPatients().size())
          .build();

  /** The first document that is to be looked at again, or the place where one may come to stand. */
  record Mark(long stamp, String documentId) implements Comparable<Mark> {
    static final Mark NONE = new Mark(0, "");

    private static final Comparator<Mark> ORDER =
        Comparator.comparingLong(Mark::stamp).thenComparing(Mark::documentId);

    @Override
    public int compareTo(Mark other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * @param table the documents that were looked at; a rebuild puts another table in their place
   */
  record Marks(long table, Map<String, Mark> ofPatients) {
    private static final Marks NONE = new Marks(0, Map.of());
  }

  Marks of(String accountId) {
    Marks known = marks.getIfPresent(accountId);
    return known == null ? Marks.NONE : known;
  }

  void found(String accountId, long table, Map<String, Mark> news) {
    marks.asMap().merge(accountId, new Marks(table, Map.copyOf(news)), ReadMarks::both);
  }

  /** Each of two marks tells the truth. */
  private static Marks both(Marks known, Marks found) {
    if (known.table() != found.table()) {
      return found;
    }
    Map<String, Mark> all = new HashMap<>(known.ofPatients());
    found
        .ofPatients()
        .forEach((patient, mark) ->
            all.merge(patient, mark, BinaryOperator.maxBy(Comparator.naturalOrder())));
    return new Marks(found.table(), Map.copyOf(all));
  }
}
