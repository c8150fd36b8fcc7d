package jp.tsunagaru.access;

import jp.tsunagaru.refusal.Check;

/**
 * @param note in the words of who prints; required for {@link PrintPurpose#OTHER}
 */
public record PrintReason(PrintPurpose purpose, String note) {
  public static final int LONGEST_NOTE = 100;

  public PrintReason {
    note =
        purpose == PrintPurpose.OTHER
            ? Check.required("printNote", note, LONGEST_NOTE)
            : Check.text("printNote", note, LONGEST_NOTE);
  }
}
