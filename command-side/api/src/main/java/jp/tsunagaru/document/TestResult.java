package jp.tsunagaru.document;

import jp.tsunagaru.refusal.Check;

/**
 * One line of 検査データ (DC-10), as the sheet of the laboratory says it.
 *
 * @param reference 基準値
 */
public record TestResult(String item, String value, String unit, String reference) {
  TestResult checked() {
    return new TestResult(
        Check.required("testItem", item, 50),
        Check.required("testValue", value, 50),
        Check.text("testUnit", unit, 20),
        Check.text("testReference", reference, 50));
  }
}
