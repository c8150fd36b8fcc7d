package jp.tsunagaru.patient.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
          .<String, Marks>weigher((account, known) -> known.weight())
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
   * Who leaves an old document unread and reads on has a gap far back, and everything behind it
   * would be looked at for each count.
   *
   * @param until before this place nothing for the whole team is unread but {@code documents}
   * @param documents in order, each before {@code until}
   */
  record Unread(Mark until, List<Mark> documents) {
    static final Unread NONE = new Unread(Mark.NONE, List.of());

    static Unread before(Mark until, List<Mark> unread) {
      return new Unread(until, unread.stream().filter(each -> each.compareTo(until) < 0).toList());
    }

    /** The same, where it is also known that nothing before {@code first} is unread. */
    Unread from(Mark first) {
      return first.compareTo(until) >= 0
          ? new Unread(first, List.of())
          : new Unread(
              until, documents.stream().filter(each -> each.compareTo(first) >= 0).toList());
    }
  }

  /**
   * @param table the documents that were looked at; a rebuild puts another table in their place
   * @param counted of the patients whose unread documents were counted
   */
  record Marks(long table, Map<String, Mark> ofPatients, Map<String, Unread> counted) {
    private static final Marks NONE = new Marks(0, Map.of(), Map.of());

    /** Nothing of this patient's that stands before it is unread. */
    Mark of(String patientId) {
      Mark read = ofPatients.getOrDefault(patientId, Mark.NONE);
      Unread known = counted.getOrDefault(patientId, Unread.NONE);
      Mark first = known.documents().isEmpty() ? known.until() : known.documents().getFirst();
      return read.compareTo(first) > 0 ? read : first;
    }

    private int weight() {
      return 1
          + ofPatients.size()
          + counted.values().stream().mapToInt(each -> 1 + each.documents().size()).sum();
    }
  }

  Marks of(String accountId) {
    Marks known = marks.getIfPresent(accountId);
    return known == null ? Marks.NONE : known;
  }

  void found(String accountId, long table, Map<String, Mark> news) {
    add(accountId, new Marks(table, Map.copyOf(news), Map.of()));
  }

  void counted(String accountId, long table, Map<String, Unread> unread) {
    add(accountId, new Marks(table, Map.of(), Map.copyOf(unread)));
  }

  private void add(String accountId, Marks found) {
    marks.asMap().merge(accountId, found, ReadMarks::both);
  }

  /** Each of two marks tells the truth. */
  private static Marks both(Marks known, Marks found) {
    return known.table() == found.table()
        ? new Marks(
            found.table(),
            both(known.ofPatients(), found.ofPatients(), Comparator.naturalOrder()),
            both(known.counted(), found.counted(), Comparator.comparing(Unread::until)))
        : found;
  }

  private static <T> Map<String, T> both(
      Map<String, T> known, Map<String, T> found, Comparator<T> order) {
    if (found.isEmpty()) {
      return known;
    }
    Map<String, T> all = new HashMap<>(known);
    found.forEach((patient, each) ->
        all.merge(patient, each, (old, now) -> order.compare(old, now) > 0 ? old : now));
    return Map.copyOf(all);
  }
}
