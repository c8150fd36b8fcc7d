package jp.tsunagaru.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * Checks an export of the event store, or evidence about single events, against signed heads. Ends
 * with 0 when everything agrees, 1 when something was found, 2 when it could not be checked.
 */
public final class Main {
  private static final int GOOD = 0;
  private static final int FOUND = 1;
  private static final int UNCHECKED = 2;
  private static final int WITHOUT_WITNESS = 3;

  private final ResourceBundle texts;
  private final PrintStream out;

  private Main(Locale language, PrintStream out) {
    this.texts =
        ResourceBundle.getBundle(
            "jp.tsunagaru.verifier.messages",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.out = out;
  }

  public static void main(String[] args) {
    System.exit(run(args, System.out));
  }

  /** Like the command, without ending the process. */
  public static int run(String[] args, PrintStream out) {
    List<String> files = new ArrayList<>(List.of(args));
    Main main = new Main(files.remove("--english") ? Locale.ENGLISH : Locale.ROOT, out);
    if (files.size() != WITHOUT_WITNESS && files.size() != WITHOUT_WITNESS + 1) {
      main.say("usage");
      return UNCHECKED;
    }
    try {
      return main.verify(files.stream().map(Path::of).toList());
    } catch (NoSuchFileException e) {
      main.say("error.noFile", e.getFile());
    } catch (UnreadableException e) {
      main.say(e.text());
    } catch (IOException e) {
      main.say("error.read", e.getClass().getSimpleName());
    }
    return UNCHECKED;
  }

  private int verify(List<Path> files) throws IOException {
    if (Evidence.is(files.get(0))) {
      return evidence(files);
    }
    try (Verifier verifier =
        new Verifier(files.get(0), files.get(1), PublicKeys.read(files.get(2)))) {
      Optional<Finding> finding =
          files.size() > WITHOUT_WITNESS
              ? verifier.witness(files.get(WITHOUT_WITNESS))
              : Optional.empty();
      if (finding.isPresent()) {
        tell(finding.get());
        say("witness.bad");
        return FOUND;
      }
      Report report = verifier.verify();
      if (report.finding().isPresent()) {
        tell(report.finding().get());
        say("until", report.log(), report.entries(), report.time());
        return FOUND;
      }
      say("good", report.log(), report.entries(), report.time());
      return GOOD;
    }
  }

  private int evidence(List<Path> files) throws IOException {
    Report report =
        new Evidence(files.get(0), files.get(1), PublicKeys.read(files.get(2))).verify();
    if (report.finding().isPresent()) {
      tell(report.finding().get());
      return FOUND;
    }
    say("evidence", report.log(), report.entries(), report.time());
    return GOOD;
  }

  private void tell(Finding finding) {
    say("finding." + finding.kind(), finding.position(), finding.other());
    Envelope envelope = finding.envelope();
    if (envelope.index() >= 0) {
      say("entry", envelope.index(), envelope.eventId(), envelope.payloadType(), envelope.time());
    }
  }

  private void say(String key, Object... values) {
    String text;
    try {
      text = texts.getString(key);
    } catch (MissingResourceException unknown) {
      text = key;
    }
    Object[] plain = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      plain[i] = String.valueOf(values[i]);
    }
    out.println(MessageFormat.format(text, plain));
  }
}
