package jp.tsunagaru.form;

/** What the rules can say; each has a sentence under {@code form.finding.CODE}. */
public enum FindingCode {
  REQUIRED(FindingLevel.ERROR),
  NOT_TICKED(FindingLevel.ERROR),
  EXCLUSIVE(FindingLevel.ERROR),
  UNDERLINE_WITHOUT_TICK(FindingLevel.ERROR),
  OVER_PRINT_LIMIT(FindingLevel.WARNING),
  PERIOD_BACKWARDS(FindingLevel.ERROR),
  PERIOD_WITHOUT_START(FindingLevel.ERROR),
  PERIOD_ONE_MONTH(FindingLevel.NOTE),
  PERIOD_OVER_SIX_MONTHS(FindingLevel.ERROR),
  PERIOD_OVER_TWO_WEEKS(FindingLevel.ERROR),
  PERIOD_OVER_ONE_WEEK(FindingLevel.ERROR),
  FEWER_THAN_THREE_DAYS(FindingLevel.WARNING),
  ISSUED_AFTER_START(FindingLevel.ERROR),
  SPECIAL_AGAIN_THIS_MONTH(FindingLevel.WARNING),
  SPECIAL_THIRD_THIS_MONTH(FindingLevel.WARNING),
  NO_ORDER_IN_FORCE(FindingLevel.WARNING),
  REHABILITATION_HALF(FindingLevel.WARNING),
  REHABILITATION_MINUTES(FindingLevel.WARNING),
  REHABILITATION_TIMES(FindingLevel.WARNING),
  EXAMINED_AFTER_WRITING(FindingLevel.WARNING),
  EXAMINED_LONG_AGO(FindingLevel.WARNING),
  MEMORY_AGAINST_DEMENTIA(FindingLevel.WARNING),
  WALKING_AGAINST_BEDRIDDEN(FindingLevel.WARNING),
  NO_SPECIFIC_DISEASE(FindingLevel.WARNING);

  private final FindingLevel level;

  FindingCode(FindingLevel level) {
    this.level = level;
  }

  public FindingLevel level() {
    return level;
  }
}
