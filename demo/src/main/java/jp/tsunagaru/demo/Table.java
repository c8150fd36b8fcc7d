package jp.tsunagaru.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Packaged UTF-8 texts: tables with bars between the columns, and lists of lines. */
final class Table {
  private Table() {}

  /** The lines of a packaged text without blank ones and remarks. */
  static List<String> lines(String name) {
    InputStream packaged = Table.class.getResourceAsStream("/demo/" + name);
    if (packaged == null) {
      throw new IllegalStateException("the packaged text is missing: " + name);
    }
    try (BufferedReader text =
        new BufferedReader(new InputStreamReader(packaged, StandardCharsets.UTF_8))) {
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("# ")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String[]> rows(String name, int columns) {
    return lines(name).stream()
        .map(line -> {
          String[] row = line.split("\\|", -1);
          if (row.length != columns) {
            throw new IllegalStateException(name + " has a row of " + row.length + ": " + line);
          }
          return row;
        })
        .toList();
  }

  static List<String> words(String cell) {
    return cell.isBlank() ? List.of() : List.of(cell.strip().split("\\s+"));
  }
}
