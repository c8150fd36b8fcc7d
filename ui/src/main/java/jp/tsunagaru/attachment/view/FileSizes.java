package jp.tsunagaru.attachment.view;

import jp.tsunagaru.shell.view.Texts;

/** Sizes of files in the unit people know from their devices. */
final class FileSizes {
  private static final double KILO = 1024;

  private FileSizes() {}

  static String of(long bytes) {
    if (bytes < KILO * KILO) {
      return Texts.get("attachment.size.kb", Math.max(1, Math.round(bytes / KILO)));
    }
    return Texts.get("attachment.size.mb", Math.round(bytes / KILO / KILO * 10) / 10.0);
  }
}
