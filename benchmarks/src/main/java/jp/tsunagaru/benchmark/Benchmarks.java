package jp.tsunagaru.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures what the design promises and prints one table; nothing is asserted, because a figure of
 * one machine says nothing about another.
 *
 * <p>{@code benchmark.scale} below 1 makes it shorter, {@code benchmark.only} picks parts: a posts,
 * b live updates, c rebuilds, d patient search, e notebook pages, f proof, g the access decisions
 * of d alone, l access history, p papers, t thumbnails.
 */
public final class Benchmarks {
  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.JAPAN);
    double scale = Double.parseDouble(System.getProperty("benchmark.scale", "1"));
    String only = System.getProperty("benchmark.only", "abcdeflpt");
    Path target = Files.createDirectories(Path.of("benchmark-data").toAbsolutePath());
    Path data = Files.createTempDirectory(target, "run");
    Report report = new Report();
    try (ConfigurableApplicationContext context = BenchmarkApplication.start(data)) {
      Cpu cpu = new Cpu(data);
      City city = new City(context);
      city.found(40, 64);
      Posting posting = new Posting(city, cpu);
      if (only.contains("a")) {
        posting.run(report, scale);
      }
      if (only.contains("b")) {
        new Updates(city).run(report, scale);
      }
      if (only.contains("c")) {
        new RebuildRates(city, cpu).run(report, scale);
      }
      if (only.contains("d")) {
        new Searching(city).run(report, scale);
      }
      if (only.contains("g") && !only.contains("d")) {
        new Decisions(city).run(report);
      }
      if (only.contains("e")) {
        new Paging(city).run(report, scale);
      }
      if (only.contains("f")) {
        new Proving(city, posting, cpu).run(report, scale);
      }
      if (only.contains("l")) {
        new Auditing(city).run(report, scale);
      }
      if (only.contains("p")) {
        new Papers(city).run(report, scale);
      }
      if (only.contains("t")) {
        Thumbnails.run(report, scale);
      }
      report.print();
    }
    // Threads of libraries that are no daemons would keep the process.
    System.exit(0);
  }
}
