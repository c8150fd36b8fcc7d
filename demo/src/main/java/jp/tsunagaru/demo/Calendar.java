package jp.tsunagaru.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** The days of the filling: the first ones found the city, the last one is today. */
record Calendar(LocalDate first) {
  static final int FOUNDING = 0;
  static final int APPLYING = 1;
  static final int ADMITTING = 2;
  static final int ISSUING = 3;
  static final int STARTING = 4;
  static final int REGISTERING = 5;
  static final int WRITING = 6;
  static final int LAST = 104;

  static Calendar upTo(LocalDate today) {
    return new Calendar(today.minusDays(LAST));
  }

  LocalDate date(int day) {
    return first.plusDays(day);
  }

  boolean weekend(int day) {
    return date(day).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
  }

  /** The day that lies so far in the period of writing. */
  static int at(int percent) {
    return WRITING + (LAST - WRITING) * percent / 100;
  }
}
