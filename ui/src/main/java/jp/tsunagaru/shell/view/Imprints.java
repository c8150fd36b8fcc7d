package jp.tsunagaru.shell.view;

import java.time.Instant;
import java.util.Optional;
import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.printing.Imprint;

/** The foot of every page that the signed-in user prints. */
public final class Imprints {
  private Imprints() {}

  /** Clinical content. */
  public static Imprint of(String title, Instant at, PrintReason reason) {
    return made(title, at, true, reason);
  }

  /** Names and no clinical content. */
  public static Imprint plain(String title, Instant at, PrintReason reason) {
    return made(title, at, false, reason);
  }

  private static Imprint made(String title, Instant at, boolean reference, PrintReason reason) {
    SignedInUser me = SignedInUser.require();
    String purpose = Texts.of("print.purpose", reason.purpose());
    return new Imprint(
        title,
        at,
        me.displayName(),
        me.facilityName(),
        reference,
        Optional.of(
            reason.note().isEmpty()
                ? Texts.get("print.foot.purpose", purpose)
                : Texts.get("print.foot.purposeNoted", purpose, reason.note())));
  }
}
