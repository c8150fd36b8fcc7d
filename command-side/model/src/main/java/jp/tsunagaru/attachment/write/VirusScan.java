package jp.tsunagaru.attachment.write;

import java.io.IOException;
import java.nio.file.Path;

/** Looks for known malware before a file is kept. */
interface VirusScan {
  /** Whether anything is looked at; where not, the operator is told. */
  boolean on();

  /**
   * @return whether nothing was found
   * @throws IOException if that cannot be said; the file must not be kept then
   */
  boolean clean(Path file) throws IOException;

  /** Without a scanner every file passes. */
  static VirusScan off() {
    return new VirusScan() {
      @Override
      public boolean on() {
        return false;
      }

      @Override
      public boolean clean(Path file) {
        return true;
      }
    };
  }
}
