package jp.tsunagaru.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void it_runs_with_nothing_but_a_jdk_on_its_class_path() throws Exception {
    History history = History.random(new Random(5));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                CLASSES.toString(),
                "jp.tsunagaru.verifier.Main",
                history.export(folder).toString(),
                history.heads(folder, "heads", true).toString(),
                History.publicKey(folder).toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said).startsWith("正常です。ログ domain の " + history.entries.size() + " 件");
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void no_class_needs_more_than_the_base_module() {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();

    assertThat(jdeps.run(out, out, "--print-module-deps", CLASSES.toString())).isZero();

    assertThat(said.toString().strip()).isEqualTo("java.base");
  }

  @Test
  void it_says_what_it_found_and_ends_with_one() throws IOException {
    History history = History.random(new Random(6));
    history.entries.remove(1);
    ByteArrayOutputStream said = new ByteArrayOutputStream();

    int code = run(said, history, "");

    assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("削除: 位置 1 ");
    assertThat(code).isEqualTo(1);
  }

  @Test
  void it_says_so_in_english_too() throws IOException {
    History history = History.random(new Random(7));
    history.entries.removeLast();
    ByteArrayOutputStream said = new ByteArrayOutputStream();

    int code = run(said, history, "--english");

    assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("Truncated: ");
    assertThat(code).isEqualTo(1);
  }

  @Test
  void what_cannot_be_read_ends_with_two() throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Path key = History.publicKey(folder);
    String missing = folder.resolve("missing").toString();

    assertThat(Main.run(new String[] {missing, missing, key.toString()}, out(said))).isEqualTo(2);
    assertThat(Main.run(new String[] {}, out(said))).isEqualTo(2);
    assertThat(Main.run(new String[] {key.toString(), missing, key.toString()}, out(said)))
        .isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("ファイルがありません")
        .contains("使い方")
        .contains("書き出しのファイルを読めません");
  }

  @Test
  void both_languages_say_the_same_things_and_every_finding_has_words() {
    ResourceBundle.Control plain =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    String name = "jp.tsunagaru.verifier.messages";
    ResourceBundle japanese = ResourceBundle.getBundle(name, java.util.Locale.ROOT, plain);
    ResourceBundle english = ResourceBundle.getBundle(name, java.util.Locale.ENGLISH, plain);

    assertThat(english.keySet()).isEqualTo(japanese.keySet());
    for (Finding.Kind kind : Finding.Kind.values()) {
      assertThat(japanese.containsKey("finding." + kind)).isTrue();
    }
    assertThat(english.getString("usage")).startsWith("Usage");
  }

  private int run(ByteArrayOutputStream said, History history, String option) throws IOException {
    List<String> args =
        new ArrayList<>(
            List.of(
                history.export(folder).toString(),
                history.heads(folder, "heads", true).toString(),
                History.publicKey(folder).toString()));
    if (!option.isEmpty()) {
      args.addFirst(option);
    }
    return Main.run(args.toArray(String[]::new), out(said));
  }

  private static PrintStream out(ByteArrayOutputStream said) {
    return new PrintStream(said, true, StandardCharsets.UTF_8);
  }
}
