package jp.tsunagaru.document;

import java.math.BigDecimal;

/**
 * What is measured at a visit (バイタル). The limits find slips of the finger and say nothing about
 * health: beyond {@code lowest} and {@code highest} nobody measures, beyond the usual it is asked
 * again.
 */
public enum VitalSign {
  /** 体温, ℃. */
  TEMPERATURE(1, "25", "34", "41", "45"),
  /** 収縮期血圧, mmHg. */
  SYSTOLIC(0, "30", "70", "220", "300"),
  /** 拡張期血圧, mmHg. */
  DIASTOLIC(0, "10", "35", "130", "200"),
  /** 脈拍, a minute. */
  PULSE(0, "10", "35", "160", "300"),
  /** SpO2, %. */
  OXYGEN(0, "30", "80", "100", "100"),
  /** 呼吸数, a minute. */
  RESPIRATION(0, "2", "6", "50", "120"),
  /** 体重, kg. */
  WEIGHT(1, "0.3", "2", "150", "400"),
  /** 血糖, mg/dL. */
  GLUCOSE(0, "10", "50", "500", "1500");

  private final int decimals;
  private final BigDecimal lowest;
  private final BigDecimal usualFrom;
  private final BigDecimal usualTo;
  private final BigDecimal highest;

  VitalSign(int decimals, String lowest, String usualFrom, String usualTo, String highest) {
    this.decimals = decimals;
    this.lowest = new BigDecimal(lowest);
    this.usualFrom = new BigDecimal(usualFrom);
    this.usualTo = new BigDecimal(usualTo);
    this.highest = new BigDecimal(highest);
  }

  public int decimals() {
    return decimals;
  }

  public BigDecimal lowest() {
    return lowest;
  }

  public BigDecimal highest() {
    return highest;
  }

  /** Within the hard limits and not finer than such a thing is measured. */
  public boolean isPossible(BigDecimal value) {
    return value.compareTo(lowest) >= 0
        && value.compareTo(highest) <= 0
        && value.stripTrailingZeros().scale() <= decimals;
  }

  public boolean isUsual(BigDecimal value) {
    return value.compareTo(usualFrom) >= 0 && value.compareTo(usualTo) <= 0;
  }
}
