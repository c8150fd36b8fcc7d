package jp.tsunagaru.axon.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An export by the operator's command, and a process that has only the verifier. */
final class Export {
  private Export() {}

  /** What the verifier says about an export of this moment. */
  static String verified(Path data, String axonServer, String log, Path target) throws Exception {
    int code =
        ExportProof.run(
            new String[] {data.toString(), "", axonServer, "", target.toString()}, System.out);
    assertThat(code).isZero();
    return said(
        target.resolve(log + ".export"),
        target.resolve(log + "-heads.jsonl"),
        target.resolve("public-key.pem"));
  }

  /** What the verifier says about files. */
  static String said(Path file, Path heads, Path key) throws Exception {
    String verifier =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.contains("verifier"))
            .findFirst()
            .orElseThrow();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                verifier,
                "jp.tsunagaru.verifier.Main",
                file.toString(),
                heads.toString(),
                key.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return said;
  }
}
