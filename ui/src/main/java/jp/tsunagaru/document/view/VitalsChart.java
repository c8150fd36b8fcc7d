package jp.tsunagaru.document.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import jp.tsunagaru.document.VitalSign;
import jp.tsunagaru.document.query.MeasuredVitals;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.PartWords;
import jp.tsunagaru.shell.view.Texts;

/**
 * One kind of バイタル over days. Lines are drawn here, on the server, as SVG of numbers only; each
 * value is a button that says itself and opens its article. The same values stand in a table below.
 */
final class VitalsChart extends Div {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 100;
  private static final int LINES = 4;

  private final LocalDate from;
  private final LocalDate to;
  private final Consumer<MeasuredVitals> open;

  /**
   * @param signs what is drawn into one frame: the two pressures, or one
   */
  VitalsChart(
      String title,
      List<VitalSign> signs,
      List<MeasuredVitals> measured,
      LocalDate from,
      LocalDate to,
      Consumer<MeasuredVitals> open) {
    this.from = from;
    this.to = to;
    this.open = open;
    List<List<Point>> series =
        signs.stream().map(sign -> points(sign, measured)).filter(s -> !s.isEmpty()).toList();
    Scale scale = Scale.of(series, signs.getFirst());

    Div plot = new Div(new Svg(drawing(series, scale)));
    for (int number = 0; number < series.size(); number++) {
      for (Point point : series.get(number)) {
        plot.add(button(point, scale, number));
      }
    }
    Div values = new Div();
    for (int line = 0; line <= LINES; line++) {
      Span label = new Span(scale.label(line));
      label.getStyle().set("bottom", percent(line, LINES));
      values.add(label);
    }
    values.getElement().setAttribute("aria-hidden", "true");
    Div days =
        new Div(day(from), day(from.plusDays(ChronoUnit.DAYS.between(from, to) / 2)), day(to));
    days.getElement().setAttribute("aria-hidden", "true");
    Div frame = new Div(values, plot, days);

    plot.addClassName("chart-plot");
    values.addClassName("chart-values");
    days.addClassName("chart-days");
    frame.addClassName("chart-frame");
    addClassNames("card", "chart");
    add(head(title, series), frame);
  }

  private record Point(VitalSign sign, BigDecimal value, MeasuredVitals source) {
    Instant at() {
      return source.vitals().measuredAt();
    }
  }

  private static List<Point> points(VitalSign sign, List<MeasuredVitals> measured) {
    List<Point> points = new ArrayList<>();
    for (MeasuredVitals each : measured) {
      BigDecimal value = each.vitals().values().get(sign);
      if (value != null) {
        points.add(new Point(sign, value, each));
      }
    }
    return points;
  }

  private static Div head(String title, List<List<Point>> series) {
    Div head = new Div(new H3(title));
    head.addClassName("chart-head");
    for (int number = 0; number < series.size(); number++) {
      Point newest = series.get(number).getLast();
      Span mark = new Span();
      mark.addClassNames("chart-mark", "series-" + number);
      Span words =
          new Span(
              Texts.get(
                  "vital.newest",
                  PartWords.value(newest.sign(), newest.value()),
                  DateTexts.shortDate(DateTexts.day(newest.at()))));
      Span legend = new Span(mark, words);
      legend.addClassNames("small", "chart-legend");
      head.add(legend);
    }
    return head;
  }

  private String drawing(List<List<Point>> series, Scale scale) {
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .append(WIDTH)
        .append(' ')
        .append(HEIGHT)
        .append("\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">");
    for (int line = 0; line <= LINES; line++) {
      double y = HEIGHT - HEIGHT * line / (double) LINES;
      svg.append("<path class=\"chart-grid\" d=\"M0 ")
          .append(number(y))
          .append('H')
          .append(WIDTH)
          .append("\"/>");
    }
    for (int number = 0; number < series.size(); number++) {
      svg.append("<polyline class=\"series-").append(number).append("\" points=\"");
      for (Point point : series.get(number)) {
        svg.append(number(WIDTH * across(point.at())))
            .append(',')
            .append(number(HEIGHT - HEIGHT * scale.up(point.value())))
            .append(' ');
      }
      svg.append("\"/>");
    }
    return svg.append("</svg>").toString();
  }

  private Component button(Point point, Scale scale, int series) {
    String words =
        Texts.get(
            "vital.point",
            DateTexts.shortDate(DateTexts.day(point.at())),
            DateTexts.time(point.at()),
            PartWords.value(point.sign(), point.value()),
            point.source().author().name());
    NativeButton button = new NativeButton("", click -> open.accept(point.source()));
    button.setTitle(words);
    button.setAriaLabel(words);
    button.addClassNames("chart-point", "series-" + series);
    button.getStyle().set("left", number(100 * across(point.at())) + "%");
    button.getStyle().set("bottom", number(100 * scale.up(point.value())) + "%");
    return button;
  }

  private double across(Instant at) {
    Instant begin = from.atStartOfDay(DateTexts.TOKYO).toInstant();
    Instant end = to.plusDays(1).atStartOfDay(DateTexts.TOKYO).toInstant();
    double part =
        (double) ChronoUnit.MINUTES.between(begin, at) / ChronoUnit.MINUTES.between(begin, end);
    return Math.clamp(part, 0, 1);
  }

  private static Span day(LocalDate day) {
    return new Span(Texts.get("vital.axis.day", day.getMonthValue(), day.getDayOfMonth()));
  }

  private static String percent(int part, int of) {
    return number(100.0 * part / of) + "%";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** From a round number below the values to one above, in even steps. */
  private record Scale(double lowest, double step, int decimals) {
    /** SpO2 hangs from the top. */
    private static final int ALL = 100;

    private static final double[] STEPS = {0.5, 1, 2, 5, 10, 20, 25, 30, 40, 50, 100, 200, 400};

    static Scale of(List<List<Point>> series, VitalSign sign) {
      double low = Double.MAX_VALUE;
      double high = -Double.MAX_VALUE;
      for (List<Point> points : series) {
        for (Point point : points) {
          low = Math.min(low, point.value().doubleValue());
          high = Math.max(high, point.value().doubleValue());
        }
      }
      for (double step : STEPS) {
        double lowest =
            sign == VitalSign.OXYGEN
                ? ALL - step * LINES
                : Math.floor((low - step * 0.1) / step) * step;
        boolean fits = lowest <= low && lowest + step * LINES >= high;
        if (step >= smallest(sign) && fits) {
          return new Scale(lowest, step, step < 1 ? 1 : 0);
        }
      }
      return new Scale(0, STEPS[STEPS.length - 1], 0);
    }

    /** What differs less is no change worth a mountain. */
    private static double smallest(VitalSign sign) {
      return switch (sign) {
        case TEMPERATURE -> 0.5;
        case WEIGHT -> 1;
        case OXYGEN -> 2;
        case RESPIRATION -> 5;
        case PULSE -> 10;
        case SYSTOLIC, DIASTOLIC, GLUCOSE -> 20;
      };
    }

    double up(BigDecimal value) {
      return (value.doubleValue() - lowest) / (step * LINES);
    }

    String label(int line) {
      return String.format(Locale.ROOT, "%." + decimals + "f", lowest + step * line);
    }
  }
}
