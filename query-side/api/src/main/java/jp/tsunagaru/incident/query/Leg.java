package jp.tsunagaru.incident.query;

/** What somebody has to do in time (IN-02, IN-07). */
public enum Leg {
  RECEIPT(Waiting.CONTRACTOR),
  INSTRUCTION(Waiting.CONTRACTOR),
  CITY_REPORT(Waiting.CONTRACTOR),
  MEASURE(Waiting.CITY),
  BREACH(Waiting.CITY),
  PRELIMINARY(Waiting.CITY),
  FINAL(Waiting.CITY),
  COUNCIL(Waiting.CITY),
  STUDY(Waiting.CONTRACTOR),
  ESTIMATE(Waiting.FACILITY),
  CLOSING(Waiting.CITY);

  /** Whose turn it is. */
  public enum Waiting {
    CONTRACTOR,
    CITY,
    FACILITY
  }

  private final Waiting waiting;

  Leg(Waiting waiting) {
    this.waiting = waiting;
  }

  public Waiting waiting() {
    return waiting;
  }
}
