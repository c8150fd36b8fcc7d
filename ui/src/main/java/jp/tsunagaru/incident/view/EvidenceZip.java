package jp.tsunagaru.incident.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.incident.query.Evidence;
import jp.tsunagaru.shell.view.CsvTable;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;

/** 証拠パック: tables to read, and files that the verifier takes as they are (IN-08). */
final class EvidenceZip {
  private EvidenceZip() {}

  static byte[] of(Evidence evidence, Instant from, Instant to, Instant now) {
    Map<String, byte[]> files = new TreeMap<>(evidence.proofs());
    files.put("1-read-me.txt", text(readMe(evidence, from, to, now)));
    files.put("2-steps.csv", csv("incident.pack.steps", steps(evidence)));
    files.put("3-accesses.csv", csv("incident.pack.accesses", accesses(evidence)));
    if (!evidence.sessions().isEmpty() || !evidence.reach().isEmpty()) {
      files.put("4-reach.csv", csv("incident.pack.reach", reach(evidence)));
      files.put("5-sessions.csv", csv("incident.pack.sessions", sessions(evidence)));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(now.toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String readMe(Evidence evidence, Instant from, Instant to, Instant now) {
    String commands =
        evidence.proofs().keySet().stream()
            .filter(name -> name.endsWith(".evidence"))
            .map(name -> name.replace(".evidence", ""))
            .map(log -> Texts.get("incident.pack.command", log))
            .collect(Collectors.joining("\n"));
    return Texts.get(
        "incident.pack.readMe",
        IncidentsView.number(evidence.incident().row()),
        evidence.incident().row().incidentId().value(),
        DateTexts.moment(now),
        DateTexts.moment(from),
        DateTexts.moment(to),
        Texts.get(evidence.more() ? "incident.pack.more" : "incident.pack.all"),
        commands,
        evidence.notSigned().isEmpty()
            ? Texts.get("incident.none")
            : String.join("\n", evidence.notSigned()));
  }

  private static Stream<List<String>> steps(Evidence evidence) {
    return evidence.incident().steps().stream()
        .map(step ->
            List.of(
                DateTexts.exact(step.at()),
                Texts.find("incident.step." + step.kind())
                    .orElse("")
                    .replaceAll("[：（]?\\{0}.*", ""),
                step.code().isEmpty()
                    ? ""
                    : Texts.find("incident.measure." + step.code()).orElse(step.code()),
                step.actor(),
                step.facility(),
                step.text(),
                step.eventId(),
                step.linked()));
  }

  private static Stream<List<String>> accesses(Evidence evidence) {
    return evidence.accesses().stream()
        .map(access ->
            List.of(
                DateTexts.exact(access.at()),
                access.accountId(),
                access.name(),
                access.facility(),
                access.session(),
                Texts.find("audit.action." + access.action()).orElse(access.action()),
                access.patientId().value(),
                access.patient(),
                access.documents().stream()
                    .map(DocumentId::value)
                    .sorted()
                    .collect(Collectors.joining(" ")),
                access.result(),
                access.eventId()));
  }

  private static Stream<List<String>> reach(Evidence evidence) {
    return evidence.reach().stream()
        .map(reach ->
            List.of(
                reach.patientId().value(),
                reach.patient(),
                Texts.get(reach.reachable() ? "incident.reach.yes" : "incident.reach.no"),
                Integer.toString(reach.opened()),
                Integer.toString(reach.documents())));
  }

  private static Stream<List<String>> sessions(Evidence evidence) {
    return evidence.sessions().stream()
        .map(session ->
            List.of(
                session.session(),
                session.address(),
                DateTexts.exact(session.first()),
                DateTexts.exact(session.last()),
                Integer.toString(session.opened())));
  }

  private static byte[] csv(String head, Stream<List<String>> rows) {
    String table =
        Stream.concat(Stream.of(List.of(Texts.get(head).split(","))), rows)
            .map(CsvTable::line)
            .collect(Collectors.joining("", CsvTable.BYTE_ORDER_MARK, ""));
    return text(table);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
