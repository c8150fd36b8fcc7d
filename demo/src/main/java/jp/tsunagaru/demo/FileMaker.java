package jp.tsunagaru.demo;

import java.time.LocalDate;

/** Makes the files that posts carry; the same post gets the same file. */
final class FileMaker {
  private final CityPlan plan;
  private final JapaneseFont font = JapaneseFont.find();
  private final Sheets sheets = new Sheets(font);

  FileMaker(CityPlan plan) {
    this.plan = plan;
  }

  record Made(String name, byte[] bytes) {}

  Made make(PostPlan post, LocalDate date) {
    String kind = post.file();
    Chance chance = Chance.of("file/" + post.key());
    Drawings drawings = new Drawings(chance, font);
    byte[] bytes =
        switch (kind) {
          case "wound" -> Jpeg.encode(drawings.wound(progress(post)), 1);
          case "medicine" -> Jpeg.encode(drawings.medicine(), 1);
          case "slope" -> Jpeg.encode(drawings.slope(), 1);
          // As from a telephone held upright: the picture lies on its side and says so.
          case "meal" -> Jpeg.encode(Drawings.onItsSide(drawings.meal()), Jpeg.TURN_RIGHT);
          case "chart" -> drawings.png(drawings.chart());
          case "mattress" -> drawings.png(drawings.table());
          case "mouth" -> drawings.png(drawings.mouth());
          case "meeting", "discharge" -> sheets.make(kind, post, facility(post), date);
          case "ct" -> Dicom.ct(Dicom.Part.HEAD, post.patient(), post, date, chance);
          case "ctother" -> Dicom.ct(Dicom.Part.CHEST, another(post), post, date, chance);
          case "us" -> Dicom.ultrasound(post.patient(), post, date, chance);
          default -> throw new IllegalStateException("no such file: " + kind);
        };
    boolean body = kind.equals("ct") && !post.patient().theme().equals("stroke");
    return new Made(DemoTexts.get("file." + (body ? "ctbody" : kind)), bytes);
  }

  /** How far a wound has healed, from 0 to 1. */
  private static double progress(PostPlan post) {
    return Math.clamp((post.day() - 15) / 75.0, 0, 1);
  }

  private String facility(PostPlan post) {
    return plan.roster().facilities.stream()
        .filter(facility -> facility.key().equals(post.author().facility()))
        .findFirst()
        .map(facility -> facility.profile().name())
        .orElse("");
  }

  private DemoPatient another(PostPlan post) {
    return plan.roster().patients.stream()
        .filter(patient -> patient.theme().equals(post.patient().theme()))
        .filter(patient -> !patient.equals(post.patient()))
        .findFirst()
        .orElseThrow();
  }
}
