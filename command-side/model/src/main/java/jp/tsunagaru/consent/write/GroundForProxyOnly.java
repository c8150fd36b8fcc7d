package jp.tsunagaru.consent.write;

import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ProxyGround;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.jspecify.annotations.Nullable;

/** PT-03: a ground of 第16条1 stands exactly where somebody else signed. */
final class GroundForProxyOnly {
  private GroundForProxyOnly() {}

  static void check(ConsentKind kind, @Nullable ProxyGround ground) {
    Check.that(
        (kind == ConsentKind.PROXY) == (ground != null),
        RefusalCode.PROXY_GROUND_INVALID,
        "ground");
  }
}
