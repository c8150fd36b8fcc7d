package jp.tsunagaru.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;

/**
 * バイタル of one moment (DC-10); what was not measured is not in it.
 *
 * @param measuredAt when it was measured, which may differ from 記載日
 */
public record VitalSigns(Instant measuredAt, Map<VitalSign, BigDecimal> values) {
  public VitalSigns {
    Map<VitalSign, BigDecimal> inOrder = new EnumMap<>(VitalSign.class);
    inOrder.putAll(values);
    values = Collections.unmodifiableMap(inOrder);
  }

  /** As a command may carry it. Refuses {@code FIELD_INVALID} with the name of the value. */
  VitalSigns checked() {
    Map<VitalSign, BigDecimal> exact = new EnumMap<>(VitalSign.class);
    values.forEach((sign, value) -> {
      Check.that(sign.isPossible(value), RefusalCode.FIELD_INVALID, sign.name());
      exact.put(sign, value.setScale(sign.decimals(), RoundingMode.UNNECESSARY));
    });
    BigDecimal systolic = values.get(VitalSign.SYSTOLIC);
    BigDecimal diastolic = values.get(VitalSign.DIASTOLIC);
    Check.that(
        systolic == null || diastolic == null || diastolic.compareTo(systolic) < 0,
        RefusalCode.FIELD_INVALID,
        VitalSign.DIASTOLIC.name());
    return new VitalSigns(measuredAt, exact);
  }
}
