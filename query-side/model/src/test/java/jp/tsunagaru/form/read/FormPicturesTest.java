package jp.tsunagaru.form.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import jp.tsunagaru.form.Choice;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.form.FormField;
import jp.tsunagaru.form.FormLayout;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.PrintItem;
import jp.tsunagaru.printing.PagePictures;
import jp.tsunagaru.printing.PrintFont;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every version of every sheet looks on paper as it looked when somebody compared it with the
 * official one. The pictures are compared where the same font is installed that drew them, which is
 * the one that {@code ./test} installs; elsewhere the tests say so and are skipped. {@code
 * -Dpictures.write=true} writes them anew, for somebody to look at.
 */
class FormPicturesTest {
  private static final Path FOLDER = Path.of("src/test/resources/forms-on-paper");
  private static final Path FONT = FOLDER.resolve("font.sha256");
  private static final boolean WRITE = Boolean.getBoolean("pictures.write");
  private static final Instant AT = Instant.parse("2026-11-25T03:00:00Z");
  private static final int DPI = 100;
  private static final int CELL = 4;

  /** Of a cell's ink, which is one when it is black. */
  private static final double TOLERATED = 0.15;

  private static final int CELLS_TOLERATED = 2;

  enum Filling {
    EMPTY,
    TYPICAL,
    OVERFULL
  }

  record Case(String version, Filling filling) {}

  static Stream<Case> cases() {
    return versions()
        .flatMap(version -> Stream.of(Filling.values()).map(filling -> new Case(version, filling)));
  }

  static Stream<String> versions() {
    return Stream.of("HK16-2022", "HK16-2024", "HK18-2012", "SI-2021", "SI-2026");
  }

  @BeforeAll
  static void the_font_is_the_one_of_the_pictures() throws IOException {
    String font = sha256(Files.readAllBytes(PrintFont.shared().file()));
    if (WRITE) {
      Files.createDirectories(FOLDER);
      Files.writeString(FONT, font);
    }
    assumeTrue(
        Files.readString(FONT).strip().equals(font),
        () -> "the pictures were drawn with another font than " + PrintFont.shared().file());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_sheet_looks_as_it_did(Case each) throws IOException {
    List<BufferedImage> pages = pages(layout(each.version()), each);
    if (WRITE) {
      for (int page = 0; page < pages.size(); page++) {
        ImageIO.write(fewGreys(pages.get(page)), "png", file(each, page).toFile());
      }
    }
    assertThat(file(each, pages.size())).as("a page that is no more").doesNotExist();
    for (int page = 0; page < pages.size(); page++) {
      BufferedImage known = ImageIO.read(file(each, page).toFile());
      assertThat(different(known, pages.get(page)))
          .as("%s, page %d", each, page + 1)
          .hasSizeLessThanOrEqualTo(CELLS_TOLERATED);
    }
  }

  /**
   * What the comparison is worth: it sees each thing of a sheet that stands two millimetres off.
   */
  @ParameterizedTest
  @MethodSource("versions")
  void a_thing_that_moved_by_two_millimetres_is_seen(String version) throws IOException {
    Case typical = new Case(version, Filling.TYPICAL);
    FormLayout layout = layout(version);
    List<BufferedImage> known = pages(layout, typical);
    List<String> overlooked = new ArrayList<>();
    for (int page = 0; page < layout.pages().size(); page++) {
      List<PrintItem> items = layout.pages().get(page);
      // Lines and labels of a sheet are many and drawn by the same code: every eleventh will do.
      for (int at = page; at < items.size(); at += 11) {
        boolean across = at % 2 == 0;
        FormLayout moved = moved(layout, page, at, across ? 2 : 0, across ? 0 : 2);
        BufferedImage now = pages(moved, typical).get(page);
        if (isDrawn(items.get(at), typical)
            && different(fewGreys(known.get(page)), now).size() <= CELLS_TOLERATED) {
          overlooked.add(items.get(at).toString());
        }
      }
    }
    assertThat(overlooked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.1})
  void a_hair_s_breadth_is_not(double millimetres) {
    Case typical = new Case("HK16-2024", Filling.TYPICAL);
    FormLayout layout = layout("HK16-2024");
    int words = firstWords(layout.pages().getFirst());
    BufferedImage known = fewGreys(pages(layout, typical).getFirst());

    assertThat(different(known, pages(moved(layout, 0, words, millimetres, 0), typical).getFirst()))
        .hasSizeLessThanOrEqualTo(CELLS_TOLERATED);
  }

  @Test
  void a_field_that_says_something_else_is_seen() {
    Case typical = new Case("HK16-2024", Filling.TYPICAL);
    BufferedImage known = fewGreys(pages(layout("HK16-2024"), typical).getFirst());
    FormValues other = values(typical).with("disease1", "心不全");

    assertThat(different(known, print(layout("HK16-2024"), other).getFirst()))
        .hasSizeGreaterThan(CELLS_TOLERATED);
  }

  private static int firstWords(List<PrintItem> items) {
    for (int at = 0; at < items.size(); at++) {
      if (items.get(at) instanceof PrintItem.Words words && words.field().equals("disease1")) {
        return at;
      }
    }
    throw new IllegalStateException("no such words");
  }

  /** A mark or words that the form does not contain leave no trace anywhere. */
  private static boolean isDrawn(PrintItem item, Case each) {
    FormValues values = values(each);
    return switch (item) {
      case PrintItem.Words words -> !values.isEmpty(words.field());
      case PrintItem.Age age -> !values.isEmpty(age.birth()) && !values.isEmpty(age.on());
      case PrintItem.Slots slots -> !values.isEmpty(slots.field());
      case PrintItem.Pick pick -> !pick.text().isEmpty() || values.has(pick.field(), pick.choice());
      case PrintItem.Rule rule -> !isHidden(rule);
      default -> true;
    };
  }

  /** A line that moves along itself covers itself but for its ends. */
  private static boolean isHidden(PrintItem.Rule rule) {
    return Math.abs(rule.fromX() - rule.toX()) < 3 || Math.abs(rule.fromY() - rule.toY()) < 3;
  }

  private static FormLayout moved(FormLayout layout, int page, int at, double x, double y) {
    List<List<PrintItem>> pages = new ArrayList<>(layout.pages());
    List<PrintItem> items = new ArrayList<>(pages.get(page));
    items.set(at, moved(items.get(at), x, y));
    pages.set(page, items);
    return new FormLayout(layout.version(), layout.words(), pages);
  }

  private static PrintItem moved(PrintItem item, double x, double y) {
    return switch (item) {
      case PrintItem.Rule it ->
          new PrintItem.Rule(
              it.fromX() + x, it.fromY() + y, it.toX() + x, it.toY() + y, it.thickness());
      case PrintItem.Frame it -> new PrintItem.Frame(moved(it.place(), x, y), it.thickness());
      case PrintItem.Label it -> new PrintItem.Label(it.x() + x, it.y() + y, it.size(), it.text());
      case PrintItem.Band it -> new PrintItem.Band(moved(it.place(), x, y), it.size(), it.text());
      case PrintItem.Words it ->
          new PrintItem.Words(
              it.field(), moved(it.place(), x, y), it.sizes(), it.align(), it.middle());
      case PrintItem.Age it ->
          new PrintItem.Age(it.birth(), it.on(), moved(it.place(), x, y), it.size());
      case PrintItem.Pick it ->
          new PrintItem.Pick(
              it.field(),
              it.choice(),
              it.x() + x,
              it.y() + y,
              it.size(),
              it.text(),
              it.look(),
              it.underlinedBy());
      case PrintItem.Slots it ->
          new PrintItem.Slots(
              it.field(), it.places().stream().map(each -> moved(each, x, y)).toList(), it.sizes());
    };
  }

  private static PrintItem.Place moved(PrintItem.Place place, double x, double y) {
    return new PrintItem.Place(place.x() + x, place.y() + y, place.width(), place.height());
  }

  /** Where the ink of a square millimetre is not what it was. */
  private static List<String> different(BufferedImage known, BufferedImage now) {
    assertThat(now.getWidth()).isEqualTo(known.getWidth());
    assertThat(now.getHeight()).isEqualTo(known.getHeight());
    List<String> cells = new ArrayList<>();
    for (int y = 0; y + CELL <= now.getHeight(); y += CELL) {
      for (int x = 0; x + CELL <= now.getWidth(); x += CELL) {
        if (Math.abs(ink(known, x, y) - ink(now, x, y)) > TOLERATED) {
          cells.add(x / CELL + "," + y / CELL);
        }
      }
    }
    return cells;
  }

  private static double ink(BufferedImage page, int left, int top) {
    double ink = 0;
    for (int y = top; y < top + CELL; y++) {
      for (int x = left; x < left + CELL; x++) {
        ink += 255 - grey(page, x, y);
      }
    }
    return ink / (255.0 * CELL * CELL);
  }

  /** Java would brighten a grey picture on its way to colours, and not one with a palette. */
  private static int grey(BufferedImage page, int x, int y) {
    return page.getType() == BufferedImage.TYPE_BYTE_GRAY
        ? page.getRaster().getSample(x, y, 0)
        : page.getRGB(x, y) & 0xFF;
  }

  /** Four greys tell as much and take a fraction of the room. */
  private static BufferedImage fewGreys(BufferedImage page) {
    byte[] greys = {0, 85, (byte) 170, (byte) 255};
    BufferedImage few =
        new BufferedImage(
            page.getWidth(),
            page.getHeight(),
            BufferedImage.TYPE_BYTE_BINARY,
            new IndexColorModel(2, 4, greys, greys, greys));
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        int grey = page.getRaster().getSample(x, y, 0);
        few.getRaster().setSample(x, y, 0, (grey + 42) / 85);
      }
    }
    return few;
  }

  private static FormLayout layout(String version) {
    return FormDefinitions.official().layout(version);
  }

  /** The sheet and, where there is one, the first page that continues it. */
  private static List<BufferedImage> pages(FormLayout layout, Case each) {
    List<BufferedImage> all = print(layout, values(each));
    return all.subList(0, Math.min(all.size(), layout.pages().size() + 1));
  }

  private static List<BufferedImage> print(FormLayout layout, FormValues values) {
    return PagePictures.of(
        FormPrinter.print(
            FormDefinitions.official().of(layout.version()),
            layout,
            List.of(values),
            AT,
            "髙橋 一郎",
            "小牧ひがし診療所"),
        DPI);
  }

  private static FormValues values(Case each) {
    FormDefinition form = FormDefinitions.official().of(each.version());
    FormValues values = FormValues.NONE;
    if (each.filling() == Filling.EMPTY) {
      return values;
    }
    boolean over = each.filling() == Filling.OVERFULL;
    for (FormField field : form.fields()) {
      values =
          values.with(
              field.code(),
              switch (field.type()) {
                case TEXT -> List.of(written(over ? field.max() : Math.min(6, field.max())));
                case AREA -> List.of(written(over ? field.max() * 3 / 2 : 40));
                case NUMBER -> List.of("9");
                case DATE ->
                    List.of(field.code().equals("birthDate") ? "1947-07-05" : "2026-11-25");
                case PERIOD -> List.of("2026-12-01", "2026-12-07");
                case PARTIAL_DATE -> List.of("2024-07");
                case FLAG -> List.of(FormField.TICKED);
                case CHOICE -> List.of(field.choices().getLast().code());
                case CHOICES -> field.choices().stream().map(Choice::code).toList();
                case TABLE -> List.of("アムロジピン錠", "5", "mg", "朝食後");
              });
    }
    return form.checked(values);
  }

  private static String written(int length) {
    String text = "脳梗塞後遺症の経過は安定。血圧130、嚥下に注意する。";
    return text.repeat(length / text.length() + 1).substring(0, length);
  }

  private static Path file(Case each, int page) {
    return FOLDER.resolve(
        "%s-%s-%d.png"
            .formatted(
                each.version(),
                each.filling().name().toLowerCase(java.util.Locale.ROOT),
                page + 1));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
