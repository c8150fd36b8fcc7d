package jp.tsunagaru.facility.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.query.ApplicationSheet;
import jp.tsunagaru.japanese.PostalCode;
import jp.tsunagaru.printing.Area;
import jp.tsunagaru.printing.Flow;
import jp.tsunagaru.printing.Imprint;
import jp.tsunagaru.printing.Printed;
import jp.tsunagaru.printing.Printout;
import jp.tsunagaru.printing.Sheet;
import jp.tsunagaru.printing.TextStyle;
import jp.tsunagaru.shell.view.CityProperties;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Texts;

/** 様式第1 (誓約書兼参加申込書) as it is sealed and handed in (PF-06). */
public final class ApplicationPaper {
  private static final double LEFT = 22;
  private static final double RIGHT = 188;
  private static final double LABEL = 42;
  private static final double THIN = 0.2;
  private static final TextStyle VALUE = TextStyle.of(4, 3.5, 3.0, 2.5).middle();
  private static final TextStyle TEXT = TextStyle.of(4, 3.5).leading(1.7);

  private final Sheet sheet;
  private final List<String> rests = new ArrayList<>();

  private ApplicationPaper(Sheet sheet) {
    this.sheet = sheet;
  }

  public static Printed of(ApplicationSheet application, CityProperties city, Instant at) {
    return Printout.of(
        Imprint.ofForm(Texts.get("print.application"), at),
        printout -> {
          ApplicationPaper paper = new ApplicationPaper(printout.newSheet());
          paper.head(application, city);
          paper.table(application);
          if (!paper.rests.isEmpty()) {
            Flow more = new Flow(printout, Texts.get("print.application"));
            paper.rests.forEach(more::text);
          }
        });
  }

  private void head(ApplicationSheet application, CityProperties city) {
    sheet.label(LEFT, 16, 3.2, Texts.get("print.application.number"));
    sheet.text(
        new Area(LEFT, 28, RIGHT - LEFT, 8),
        Texts.get("print.application.title", city.serviceName()),
        TextStyle.of(5, 4.5, 4).centered());
    sheet.text(
        new Area(LEFT, 44, RIGHT - LEFT, 5),
        DateTexts.era(application.appliedOn()),
        TextStyle.of(4).right());
    sheet.label(LEFT, 54, 4, Texts.get("print.application.addressee", city.mayor()));
    underlined(66, Texts.get("print.application.facility"), application.profile().name(), false);
    underlined(
        78,
        Texts.get("print.application.representative"),
        application.people().representative(),
        true);
    sheet.text(
        new Area(LEFT, 96, RIGHT - LEFT, 24),
        Texts.get("print.application.pledge", city.networkName(), city.serviceName()),
        TEXT);
  }

  private void underlined(double y, String label, String value, boolean seal) {
    double x = 100;
    double end = sheet.label(x, y + 3, 4, label) + 3;
    double right = seal ? RIGHT - 10 : RIGHT;
    value(new Area(end, y, right - end, 9), label, value);
    sheet.line(x, y + 9.5, RIGHT, y + 9.5, THIN);
    if (seal) {
      seal(RIGHT - 4, y + 5);
    }
  }

  private void table(ApplicationSheet application) {
    FacilityProfile profile = application.profile();
    double y = 124;
    y = row(y, 14, "print.application.facility", profile.name());
    String code = PostalCode.parse(profile.postalCode()).map(PostalCode::display).orElse("");
    y =
        row(
            y,
            20,
            "print.application.address",
            Texts.get("print.application.addressWithCode", code, profile.address()));
    y = affiliations(y, profile);
    String administrator = application.people().administrator();
    boolean other =
        !administrator.isEmpty() && !administrator.equals(application.people().representative());
    seal(RIGHT - 6, y + 9);
    y = row(y, 18, "print.application.administrator", other ? administrator : "");
    double top = y;
    y = contact(y + 2, "print.application.phone", profile.phone());
    y = contact(y, "print.application.fax", profile.fax());
    y = contact(y, "print.application.email", profile.email());
    frame(top, y + 2 - top, "print.application.contact");
    sheet.label(LEFT, y + 5, 3, Texts.get("print.application.paper"));
  }

  private double row(double y, double height, String label, String value) {
    frame(y, height, label);
    value(
        new Area(LEFT + LABEL + 2, y + 1, RIGHT - LEFT - LABEL - 16, height - 2),
        Texts.get(label),
        value);
    return y + height;
  }

  private void frame(double y, double height, String label) {
    sheet.box(new Area(LEFT, y, RIGHT - LEFT, height), THIN);
    sheet.line(LEFT + LABEL, y, LEFT + LABEL, y + height, THIN);
    sheet.text(
        new Area(LEFT + 1.5, y + 1, LABEL - 3, height - 2),
        Texts.get(label),
        TextStyle.of(3.8, 3.2, 2.8).middle());
  }

  private double affiliations(double y, FacilityProfile profile) {
    double top = y + 2;
    for (Affiliation each : Affiliation.values()) {
      boolean chosen = profile.affiliation() == each;
      double x = LEFT + LABEL + 3;
      double end = sheet.tick(x, top, 3.8, label(each), chosen);
      if (each == Affiliation.CARE_SERVICE_PROVIDER) {
        top += 6.2;
        bracketed(
            x + 6, top, "print.application.providerNumber", chosen ? profile.providerNumber() : "");
      } else if (each == Affiliation.OTHER) {
        bracketed(end, top, "print.application.other", chosen ? profile.otherAffiliation() : "");
      }
      top += 6.2;
    }
    frame(y, top + 1 - y, "print.application.affiliation");
    return top + 1;
  }

  private static String label(Affiliation affiliation) {
    return Texts.find("print.application.affiliation." + affiliation.name())
        .orElseGet(() -> Names.of(affiliation));
  }

  /** A value within brackets that stand apart enough to write by hand. */
  private void bracketed(double x, double y, String label, String value) {
    double from = sheet.label(x, y, 3.8, Texts.get(label));
    double close = RIGHT - 6;
    value(new Area(from + 1, y - 1, close - from - 2, 5.6), Texts.get(label), value);
    sheet.label(close, y, 3.8, Texts.get("print.application.close"));
  }

  private double contact(double y, String label, String value) {
    sheet.label(LEFT + LABEL + 3, y + 1.5, 3.8, Texts.get(label));
    value(new Area(LEFT + LABEL + 30, y, RIGHT - LEFT - LABEL - 34, 7), Texts.get(label), value);
    return y + 7;
  }

  /** What has no room goes on a second sheet. */
  private void value(Area area, String label, String value) {
    String rest = sheet.text(area, value, VALUE).rest();
    if (!rest.isEmpty()) {
      rests.add(Texts.get("print.application.rest", label, rest));
    }
  }

  private void seal(double middleX, double middleY) {
    sheet.ellipse(middleX, middleY, 3, 3, THIN);
    sheet.text(
        new Area(middleX - 3, middleY - 3, 6, 6),
        Texts.get("print.application.seal"),
        TextStyle.of(3).centered().middle());
  }
}
