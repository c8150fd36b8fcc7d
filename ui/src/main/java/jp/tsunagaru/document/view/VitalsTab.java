package jp.tsunagaru.document.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.VitalSign;
import jp.tsunagaru.document.query.GetVitalSigns;
import jp.tsunagaru.document.query.MeasuredVitals;
import jp.tsunagaru.document.query.VitalSignsCourse;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/**
 * バイタル over a week, a month or three, out of the articles that one may see; as graphs and as a
 * table. Every look is recorded.
 */
public final class VitalsTab extends Div {
  private final Gateways gateways;
  private final Clock clock;
  private final PatientId patientId;
  private final List<PatientId> alongside;
  private final BiConsumer<DocumentId, LocalDate> open;
  private final Consumer<Throwable> lost;
  private final RadioButtonGroup<VitalsRange> ranges =
      new RadioButtonGroup<>(Texts.get("vital.range"));
  private final Div place = new Div();
  private VitalsRange range;
  private @Nullable VitalSignsCourse shown;
  private int question;

  /**
   * @param alongside other records of the same person (PT-09)
   * @param go goes to another address of this tab
   * @param open goes to an article of a 記載日
   * @param lost told when the page may no longer be shown
   */
  public VitalsTab(
      Gateways gateways,
      Clock clock,
      PatientId patientId,
      List<PatientId> alongside,
      QueryParameters address,
      Consumer<QueryParameters> go,
      BiConsumer<DocumentId, LocalDate> open,
      Consumer<Throwable> lost) {
    this.gateways = gateways;
    this.clock = clock;
    this.patientId = patientId;
    this.alongside = List.copyOf(alongside);
    this.open = open;
    this.lost = lost;
    range = VitalsRange.read(address);
    ranges.setItems(VitalsRange.values());
    ranges.setItemLabelGenerator(each -> Texts.of("vital.range", each));
    ranges.setValue(range);
    ranges.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        go.accept(event.getValue().write());
      }
    });
    place.addClassName("charts");
    addClassNames("tab-page", "vitals-tab");
    add(ranges, place);
    load();
  }

  /** The range in the address changed. */
  public void show(QueryParameters address) {
    VitalsRange wanted = VitalsRange.read(address);
    if (wanted != range) {
      range = wanted;
      ranges.setValue(wanted);
      shown = null;
      load();
    }
  }

  public void changed(List<PatientChange> changes) {
    if (changes.stream().anyMatch(change -> change.kind() == PatientChange.Kind.DOCUMENT)) {
      load();
    }
  }

  private void load() {
    int number = ++question;
    LocalDate today = LocalDate.now(clock);
    LocalDate from = range.from(today);
    gateways.ask(
        new GetVitalSigns(patientId, from, alongside),
        VitalSignsCourse.class,
        course -> {
          if (number == question && !course.equals(shown)) {
            shown = course;
            draw(course, from, today);
          }
        },
        lost);
  }

  private void draw(VitalSignsCourse course, LocalDate from, LocalDate today) {
    // 記載日 found them; what was measured before or noted ahead does not stand on this axis.
    List<MeasuredVitals> measured =
        course.measured().stream()
            .filter(each -> !DateTexts.day(each.vitals().measuredAt()).isBefore(from))
            .filter(each -> !DateTexts.day(each.vitals().measuredAt()).isAfter(today))
            .toList();
    place.removeAll();
    if (measured.isEmpty()) {
      Div empty = new Div(new Span(Texts.get("vital.empty")));
      empty.addClassName("empty");
      place.add(empty);
      return;
    }
    for (List<VitalSign> signs : frames()) {
      if (measured.stream().anyMatch(each -> signs.stream().anyMatch(has(each)))) {
        place.add(new VitalsChart(title(signs), signs, measured, from, today, this::openArticle));
      }
    }
    NativeDetails table = new NativeDetails(Texts.get("vital.table"), table(measured));
    table.addClassName("chart-table");
    place.add(table);
    Span note =
        new Span(
            course.more()
                ? Texts.get("vital.more", GetVitalSigns.MOST)
                : Texts.get("vital.explained"));
    note.addClassNames("small", "muted", "chart-note");
    place.add(note);
  }

  private static Predicate<VitalSign> has(MeasuredVitals each) {
    return sign -> each.vitals().values().containsKey(sign);
  }

  /** The two pressures stand in one frame. */
  private static List<List<VitalSign>> frames() {
    return Arrays.stream(VitalSign.values())
        .filter(sign -> sign != VitalSign.DIASTOLIC)
        .map(
            sign -> sign == VitalSign.SYSTOLIC ? List.of(sign, VitalSign.DIASTOLIC) : List.of(sign))
        .toList();
  }

  private static String title(List<VitalSign> signs) {
    return signs.size() > 1
        ? Texts.get("vital.pressure.title")
        : Texts.of("vital.field", signs.getFirst());
  }

  private void openArticle(MeasuredVitals measured) {
    open.accept(measured.documentId(), measured.occurredOn());
  }

  private Div table(List<MeasuredVitals> measured) {
    List<VitalSign> signs =
        Arrays.stream(VitalSign.values())
            .filter(sign -> measured.stream().anyMatch(each -> has(each).test(sign)))
            .toList();
    NativeTable table = new NativeTable();
    table.setCaptionText(Texts.get("vital.table"));
    NativeTableRow head = new NativeTableRow();
    head.add(heading(Texts.get("vital.measuredAt")));
    signs.forEach(sign -> head.add(heading(Texts.of("vital.field", sign))));
    head.add(heading(Texts.get("vital.author")), heading(Texts.get("vital.article")));
    table.getHead().add(head);
    measured.reversed().forEach(each -> table.getBody().add(row(each, signs)));
    table.addClassNames("result-table", "vital-table");
    Div scroll = new Div(table);
    scroll.addClassName("wide-table");
    scroll.getElement().setAttribute("tabindex", "0");
    scroll.getElement().setAttribute("role", "region");
    scroll.getElement().setAttribute("aria-label", Texts.get("vital.table"));
    return scroll;
  }

  private static NativeTableHeaderCell heading(String text) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
    cell.getElement().setAttribute("scope", "col");
    return cell;
  }

  private NativeTableRow row(MeasuredVitals each, List<VitalSign> signs) {
    String at =
        Texts.get(
            "vital.table.at",
            DateTexts.shortDate(DateTexts.day(each.vitals().measuredAt())),
            DateTexts.time(each.vitals().measuredAt()));
    NativeTableRow row = new NativeTableRow(new NativeTableCell(at));
    signs.forEach(sign -> {
      BigDecimal value = each.vitals().values().get(sign);
      row.add(new NativeTableCell(value == null ? "" : value.toPlainString()));
    });
    Button article = new Button(Texts.get("document.openArticle"), click -> openArticle(each));
    article.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    article.setAriaLabel(Texts.get("vital.openArticle", at));
    NativeTableCell last = new NativeTableCell();
    last.add(article);
    row.add(new NativeTableCell(each.author().name()), last);
    return row;
  }
}
