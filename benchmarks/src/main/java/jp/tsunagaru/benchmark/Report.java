package jp.tsunagaru.benchmark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The table, and how busy the machine was beside each of its lines. */
final class Report {
  private record Line(String what, String value, String note, double load) {}

  private final List<Line> lines = new ArrayList<>();

  void add(String what, String value, String note) {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    Line line = new Line(what, value, note, load);
    lines.add(line);
    System.out.println(text(line));
  }

  void print() {
    System.out.println();
    System.out.println(
        String.format(Locale.ROOT, "%-58s %14s  %-60s %s", "benchmark", "value", "note", "load"));
    lines.forEach(line -> System.out.println(text(line)));
  }

  private static String text(Line line) {
    return String.format(
        Locale.ROOT, "%-58s %14s  %-60s %.1f", line.what(), line.value(), line.note(), line.load());
  }

  static String perSecond(double rate) {
    return String.format(Locale.ROOT, "%,.0f/s", rate);
  }

  static String percentiles(long[] nanos) {
    return String.format(
        Locale.ROOT,
        "p50 %.1f  p95 %.1f  p99 %.1f ms, n=%d",
        millis(nanos, 50),
        millis(nanos, 95),
        millis(nanos, 99),
        nanos.length);
  }

  static String p95(long[] nanos) {
    return String.format(Locale.ROOT, "%.1f ms", millis(nanos, 95));
  }

  private static double millis(long[] nanos, int percent) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    int at = Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1);
    return sorted.length == 0 ? Double.NaN : sorted[at] / 1e6;
  }
}
