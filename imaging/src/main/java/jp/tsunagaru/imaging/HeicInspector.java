package jp.tsunagaru.imaging;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/** Checks the box structure of HEIC and HEIF pictures. */
final class HeicInspector {
  private static final Set<String> BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
  private static final List<String> CONTAINERS = List.of("meta", "iprp", "ipco");

  private HeicInspector() {}

  static boolean matches(ByteBuffer bytes) {
    return bytes.limit() >= 16
        && Signatures.ascii(bytes, 4, "ftyp")
        && BRANDS.contains(Signatures.latin1(bytes, 8, 12));
  }

  /** Returns where the boxes end. */
  static int check(ByteBuffer bytes, Limits limits) throws Refusal {
    boolean[] meta = new boolean[1];
    int end = walk(bytes, 0, bytes.limit(), 0, limits, meta);
    if (!meta[0]) {
      throw new Refusal(Reason.TRUNCATED, "heic");
    }
    return end;
  }

  private static int walk(
      ByteBuffer bytes, int from, int to, int depth, Limits limits, boolean[] meta) throws Refusal {
    int at = from;
    while (to - at >= 8) {
      long length = bytes.getInt(at) & 0xFFFFFFFFL;
      int header = 8;
      if (length == 1 && to - at >= 16) {
        length = bytes.getLong(at + 8);
        header = 16;
      } else if (length == 0 && depth == 0) {
        length = to - at;
      }
      String type = Signatures.latin1(bytes, at + 4, at + 8);
      if (length < header || !type.chars().allMatch(c -> c >= ' ' && c < 127)) {
        if (depth == 0 && at > from) {
          return at;
        }
        throw new Refusal(Reason.CORRUPT, "box");
      }
      if (length > to - at) {
        throw new Refusal(depth == 0 ? Reason.TRUNCATED : Reason.CORRUPT, "heic");
      }
      int next = at + (int) length;
      if (type.equals("ispe") && length >= header + 12) {
        Signatures.checkPixels(
            bytes.getInt(at + header + 4) & 0xFFFFFFFFL,
            bytes.getInt(at + header + 8) & 0xFFFFFFFFL,
            limits);
      } else if (CONTAINERS.contains(type)) {
        meta[0] = true;
        walk(bytes, at + header + (type.equals("meta") ? 4 : 0), next, depth + 1, limits, meta);
      }
      at = next;
    }
    return at;
  }
}
