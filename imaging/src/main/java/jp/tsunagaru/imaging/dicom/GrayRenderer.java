package jp.tsunagaru.imaging.dicom;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;

/** Modality, window of interest and presentation for one monochrome frame. */
final class GrayRenderer {
  private final FrameAttributes attributes;
  private final PixelFormat format;
  private final Frame frame;
  private final int shift;
  private final int mask;
  private final int signBit;
  private final Optional<LookupTable> modalityTable;
  private final double slope;
  private final double intercept;

  GrayRenderer(FrameAttributes attributes, PixelFormat format, Frame frame)
      throws DicomUnsupportedException {
    this.attributes = attributes;
    this.format = format;
    this.frame = frame;
    this.shift = frame.shift();
    this.mask = frame.stored() >= 32 ? -1 : (1 << frame.stored()) - 1;
    this.signBit = format.signed() ? 1 << (frame.stored() - 1) : 0;
    Optional<DataSet> table = attributes.file().item(Tags.MODALITY_LUT);
    this.modalityTable =
        table.isPresent()
            ? Optional.of(
                LookupTable.read(table.get(), Tags.LUT_DESCRIPTOR, Tags.LUT_DATA, format.signed()))
            : Optional.empty();
    this.slope = attributes.number(Tags.PIXEL_TRANSFORMATION, Tags.SLOPE, 0).orElse(1);
    this.intercept = attributes.number(Tags.PIXEL_TRANSFORMATION, Tags.INTERCEPT, 0).orElse(0);
  }

  BufferedImage render(Optional<Window> requested) throws DicomUnsupportedException {
    BufferedImage image =
        new BufferedImage(format.columns(), format.rows(), BufferedImage.TYPE_BYTE_GRAY);
    byte[] out = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    boolean invert =
        format.photometric().equals("MONOCHROME1")
            || attributes.file().text(Tags.LUT_SHAPE).equals("INVERSE");
    if (frame.stored() == 1 && format.kind() == PixelFormat.Kind.INTEGER) {
      for (int i = 0; i < out.length; i++) {
        boolean white = (frame.samples().at(i) >> shift & 1) != 0;
        out[i] = (byte) (white != invert ? 255 : 0);
      }
      return image;
    }
    DoubleUnaryOperator shown = requested.isPresent() ? requested.get()::map : interest();
    if (format.kind() == PixelFormat.Kind.INTEGER && frame.stored() <= 16) {
      byte[] table = new byte[1 << frame.stored()];
      for (int raw = 0; raw < table.length; raw++) {
        table[raw] = gray(shown.applyAsDouble(modality(extend(raw))), invert);
      }
      for (int i = 0; i < out.length; i++) {
        out[i] = table[frame.samples().at(i) >> shift & mask];
      }
    } else {
      for (int i = 0; i < out.length; i++) {
        out[i] = gray(shown.applyAsDouble(value(i)), invert);
      }
    }
    return image;
  }

  /** The first window, else the VOI table, else the range of the values. */
  private DoubleUnaryOperator interest() throws DicomUnsupportedException {
    Optional<Window> window = Window.first(attributes, format.kind() != PixelFormat.Kind.INTEGER);
    if (window.isPresent()) {
      return window.get()::map;
    }
    Optional<DataSet> table =
        attributes.holder(Tags.FRAME_VOI, Tags.VOI_LUT).flatMap(d -> d.item(Tags.VOI_LUT));
    if (table.isPresent()) {
      boolean negative = modalityTable.isEmpty() && (format.signed() || intercept < 0);
      LookupTable voi = LookupTable.read(table.get(), Tags.LUT_DESCRIPTOR, Tags.LUT_DATA, negative);
      double top = (1 << voi.bits()) - 1;
      return value -> voi.map((int) Math.round(value)) / top;
    }
    return range();
  }

  private DoubleUnaryOperator range() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    int count = Math.toIntExact(format.pixels());
    if (format.kind() == PixelFormat.Kind.INTEGER) {
      boolean[] padding = frame.stored() <= 16 ? paddingTable() : new boolean[0];
      boolean[] seen = new boolean[padding.length];
      OptionalInt single = padding(Tags.PADDING_VALUE);
      for (int i = 0; i < count; i++) {
        int raw = frame.samples().at(i) >> shift & mask;
        if (seen.length > 0) {
          seen[raw] = true;
        } else if (single.isEmpty() || extend(raw) != single.getAsInt()) {
          double value = modality(extend(raw));
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
      for (int raw = 0; raw < seen.length; raw++) {
        if (seen[raw] && !padding[raw]) {
          double value = modality(extend(raw));
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    } else {
      for (int i = 0; i < count; i++) {
        double value = value(i);
        if (Double.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    double from = low;
    double span = high - low;
    return span > 0 ? value -> (value - from) / span : value -> 0;
  }

  private boolean[] paddingTable() {
    boolean[] table = new boolean[1 << frame.stored()];
    OptionalInt value = padding(Tags.PADDING_VALUE);
    if (value.isEmpty()) {
      return table;
    }
    int other = padding(Tags.PADDING_LIMIT).orElse(value.getAsInt());
    int from = Math.min(value.getAsInt(), other);
    int to = Math.max(value.getAsInt(), other);
    for (int raw = 0; raw < table.length; raw++) {
      int stored = extend(raw);
      table[raw] = stored >= from && stored <= to;
    }
    return table;
  }

  private OptionalInt padding(int tag) {
    int value = attributes.file().unsigned(tag, Integer.MIN_VALUE);
    if (value == Integer.MIN_VALUE) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(format.signed() ? (short) value : value);
  }

  private double value(int index) {
    if (format.kind() != PixelFormat.Kind.INTEGER) {
      return frame.samples().real(index) * slope + intercept;
    }
    int raw = frame.samples().at(index) >> shift & mask;
    return frame.stored() == 32 && !format.signed()
        ? (raw & 0xFFFFFFFFL) * slope + intercept
        : modality(extend(raw));
  }

  private int extend(int raw) {
    return (raw & signBit) != 0 ? raw | ~mask : raw;
  }

  private double modality(int stored) {
    if (modalityTable.isPresent()) {
      return modalityTable.get().map(stored);
    }
    double value = frame.stored() == 32 && !format.signed() ? stored & 0xFFFFFFFFL : stored;
    return value * slope + intercept;
  }

  private static byte gray(double shown, boolean invert) {
    int value = (int) Math.round(Math.clamp(Double.isNaN(shown) ? 0 : shown, 0, 1) * 255);
    return (byte) (invert ? 255 - value : value);
  }

  static Optional<Window> requested(OptionalDouble center, OptionalDouble width, boolean real) {
    if (center.isEmpty() || width.isEmpty() || !(width.getAsDouble() > 0)) {
      return Optional.empty();
    }
    return Optional.of(
        Window.of(center.getAsDouble(), width.getAsDouble(), Window.Function.LINEAR, real));
  }
}
