package jp.tsunagaru.incident.write;

import java.time.Instant;
import jp.tsunagaru.incident.MeasureKind;
import jp.tsunagaru.incident.command.RecordMeasure;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** 第28条2: a measure is what was really done after the incident was found, or told in words. */
final class RealMeasure {
  private RealMeasure() {}

  static void check(RecordMeasure command, Instant found, IncidentLookup lookup) {
    if (command.kind() != MeasureKind.OTHER
        && lookup
            .measure(command.eventId())
            .filter(done -> done.kind() == command.kind() && !done.at().isBefore(found))
            .isEmpty()) {
      throw new Refused(RefusalCode.MEASURE_UNKNOWN);
    }
  }
}
