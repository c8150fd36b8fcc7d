package jp.tsunagaru.imaging.dicom;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The kept attributes of a data set or of an item. */
final class DataSet {
  private final Map<Integer, Element> elements = new HashMap<>();

  void put(Element element) {
    elements.putIfAbsent(element.tag(), element);
  }

  Optional<Element> element(int tag) {
    return Optional.ofNullable(elements.get(tag));
  }

  Optional<ByteBuffer> value(int tag) {
    return element(tag).map(Element::value).filter(ByteBuffer::hasRemaining);
  }

  byte[] bytes(int tag) {
    return value(tag)
        .map(value -> {
          byte[] copy = new byte[value.remaining()];
          value.get(value.position(), copy);
          return copy;
        })
        .orElse(new byte[0]);
  }

  String text(int tag) {
    return new String(bytes(tag), StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
  }

  /** The first item of a sequence. */
  Optional<DataSet> item(int tag) {
    return element(tag).map(Element::items).filter(i -> !i.isEmpty()).map(List::getFirst);
  }

  List<DataSet> items(int tag) {
    return element(tag).map(Element::items).orElse(List.of());
  }

  /** An unsigned 16-bit value; where the file stores text or 32 bits these are read instead. */
  int unsigned(int tag, int absent) {
    Optional<Element> element = element(tag).filter(e -> e.value().hasRemaining());
    if (element.isEmpty()) {
      return absent;
    }
    ByteBuffer value = element.get().value();
    return switch (element.get().vr()) {
      case "IS", "DS" -> (int) number(tag, 0).orElse(absent);
      case "UL", "SL" -> value.remaining() >= 4 ? value.getInt(value.position()) : absent;
      default -> value.remaining() >= 2 ? value.getShort(value.position()) & 0xFFFF : absent;
    };
  }

  /** A value of decimal text, or of binary floating point where the file says so. */
  OptionalDouble number(int tag, int index) {
    Optional<Element> element = element(tag).filter(e -> e.value().hasRemaining());
    if (element.isEmpty()) {
      return OptionalDouble.empty();
    }
    ByteBuffer value = element.get().value();
    int at = value.position();
    int left = value.remaining();
    switch (element.get().vr()) {
      case "FD" -> {
        return left >= 8 * (index + 1)
            ? finite(value.getDouble(at + 8 * index))
            : OptionalDouble.empty();
      }
      case "FL" -> {
        return left >= 4 * (index + 1)
            ? finite(value.getFloat(at + 4 * index))
            : OptionalDouble.empty();
      }
      case "US" -> {
        return left >= 2 * (index + 1)
            ? OptionalDouble.of(value.getShort(at + 2 * index) & 0xFFFF)
            : OptionalDouble.empty();
      }
      case "SS" -> {
        return left >= 2 * (index + 1)
            ? OptionalDouble.of(value.getShort(at + 2 * index))
            : OptionalDouble.empty();
      }
      default -> {
        if (left > 4096) {
          return OptionalDouble.empty();
        }
        String[] parts = text(tag).split("\\\\", -1);
        if (index >= parts.length) {
          return OptionalDouble.empty();
        }
        try {
          return finite(Double.parseDouble(parts[index].strip().replace(',', '.')));
        } catch (NumberFormatException e) {
          return OptionalDouble.empty();
        }
      }
    }
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
