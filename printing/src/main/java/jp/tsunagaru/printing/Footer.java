package jp.tsunagaru.printing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.tsunagaru.japanese.Wareki;

/** DC-09, PT-14: page, who printed it and when, what it is worth, and which letters it lacks. */
record Footer(Imprint imprint, int page, int pages) {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.JAPAN);
  private static final double TOP = 281;
  private static final double LINE = 3.4;
  private static final double PAGE_WIDTH = 26;
  private static final int MOST_NAMED = 6;
  private static final TextStyle SMALL = TextStyle.of(2.4, 2.1, 1.8);

  void drawOn(Sheet sheet) {
    double left = Sheet.BODY.x();
    double width = Sheet.BODY.width();
    // Taken before the footer draws: it names these letters and would lack them again.
    List<MissingLetter> missing = sheet.missing();
    sheet.line(left, TOP - 1, left + width, TOP - 1, 0.15);
    double top = TOP;
    sheet.text(
        new Area(left + width - PAGE_WIDTH, top, PAGE_WIDTH, LINE),
        PrintingTexts.get("footer.page", Integer.toString(page), Integer.toString(pages)),
        SMALL.right());
    sheet.text(new Area(left, top, width - PAGE_WIDTH, LINE), printed(), SMALL);
    top += LINE;
    if (imprint.reference()) {
      sheet.text(new Area(left, top, width, LINE), PrintingTexts.get("footer.reference"), SMALL);
      top += LINE;
    }
    if (!missing.isEmpty()) {
      sheet.text(new Area(left, top, width, LINE), named(missing), SMALL);
      top += LINE;
    }
    if (imprint.note().isPresent()) {
      sheet.text(new Area(left, top, width, LINE), imprint.note().get(), SMALL);
    }
  }

  private String printed() {
    String at = moment(imprint.at());
    return imprint.printedBy().isEmpty()
        ? PrintingTexts.get("footer.made", at)
        : PrintingTexts.get("footer.printed", at, imprint.printedBy(), imprint.facility());
  }

  private static String named(List<MissingLetter> missing) {
    String names =
        missing.stream().limit(MOST_NAMED).map(Footer::name).collect(Collectors.joining("\u3001"));
    int more = missing.size() - MOST_NAMED;
    return PrintingTexts.get(
        "footer.missing",
        more > 0 ? PrintingTexts.get("footer.missing.more", names, more) : names);
  }

  private static String name(MissingLetter letter) {
    int base = letter.written().codePointAt(0);
    boolean variant = Character.charCount(base) < letter.written().length();
    return variant
        ? PrintingTexts.get(
            "footer.missing.variant", Character.toString(base), letter.codes())
        : PrintingTexts.get("footer.missing.letter", letter.codes());
  }

  private static String moment(Instant at) {
    ZonedDateTime local = at.atZone(TOKYO);
    return Wareki.format(local.toLocalDate()) + " " + TIME.format(local);
  }
}
