package jp.tsunagaru.operation.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.access.Counted;

/**
 * A control and what its light rests on; ids and codes, no names of persons.
 *
 * @param people whom the rows name, by account id
 * @param facilities names, by facility id
 */
public record ControlEvidence(
    Instant at,
    Measured measured,
    Control control,
    List<Table> tables,
    Map<String, Person> people,
    Map<String, String> facilities)
    implements Counted {
  /** Rows of one table. */
  public static final int MOST = 100;

  @Override
  public int results() {
    return tables.stream().mapToInt(table -> table.rows().size()).sum();
  }

  /** What time the figures are about. */
  public enum Measured {
    /** The state at the moment of asking, whatever period was asked for. */
    NOW,
    PERIOD,
    /** The period, and what is still open at the moment of asking. */
    BOTH
  }

  /**
   * @param name code of its heading
   * @param rows at most {@link #MOST}, those that are not in order first, then the newest
   * @param total of all rows that there are
   * @param bad of these, how many are not in order
   * @param withheld whether rows are kept from the asker because they are about persons
   */
  public record Table(
      String name, List<Column> columns, List<Row> rows, long total, long bad, boolean withheld) {}

  /**
   * @param name code of its head; for {@link Kind#CODE} also of the words of its values
   */
  public record Column(String name, Kind kind) {}

  public enum Kind {
    /** ISO 8601, UTC. */
    MOMENT,
    DAY,
    NUMBER,
    TEXT,
    CODE,
    /** Name of a message or of an event. */
    ACTION,
    ACCOUNT,
    FACILITY,
    PATIENT,
    DOCUMENT
  }

  /**
   * @param values one for each column, blank where there is none
   */
  public record Row(boolean bad, List<String> values) {}

  /**
   * @param profession as a code
   */
  public record Person(String profession, String facilityId) {}
}
