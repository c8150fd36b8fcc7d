package jp.tsunagaru.imaging.dicom;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.corrupt;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The OpenJPEG library of the machine ({@code libopenjp2}), called in this process: only ever used
 * in a conversion worker, where a fault of native code costs one conversion.
 *
 * <p>{@code -Ddicom.openjpeg=off} leaves it alone, any other value names the library to load.
 */
@SuppressWarnings("restricted")
final class OpenJpeg {
  static final String PROPERTY = "dicom.openjpeg";

  private static final List<String> NAMES =
      List.of("libopenjp2.so.7", "libopenjp2.7.dylib", "libopenjp2.dylib", "openjp2.dll");
  private static final int CODE_STREAM = 0;
  private static final int PARAMETERS = 16 << 10;
  private static final long CHUNK = 1 << 20;

  // struct opj_image and struct opj_image_comp of the 2.x interface on 64-bit machines
  private static final long COMPONENT_COUNT = 16;
  private static final long COMPONENTS = 24;
  private static final long COMPONENT = 64;
  private static final long WIDTH = 8;
  private static final long HEIGHT = 12;
  private static final long DATA = 48;

  private static final Optional<OpenJpeg> INSTALLED = load();

  private final MethodHandle createStream;
  private final MethodHandle destroyStream;
  private final MethodHandle setRead;
  private final MethodHandle setSkip;
  private final MethodHandle setSeek;
  private final MethodHandle setUserData;
  private final MethodHandle setLength;
  private final MethodHandle createDecoder;
  private final MethodHandle destroyCodec;
  private final MethodHandle defaults;
  private final MethodHandle setup;
  private final MethodHandle readHeader;
  private final MethodHandle decode;
  private final MethodHandle endDecode;
  private final MethodHandle destroyImage;

  private OpenJpeg(SymbolLookup library) {
    createStream = function(library, "opj_stream_create", of(ADDRESS, JAVA_LONG, JAVA_INT));
    destroyStream = function(library, "opj_stream_destroy", ofVoid(ADDRESS));
    setRead = function(library, "opj_stream_set_read_function", ofVoid(ADDRESS, ADDRESS));
    setSkip = function(library, "opj_stream_set_skip_function", ofVoid(ADDRESS, ADDRESS));
    setSeek = function(library, "opj_stream_set_seek_function", ofVoid(ADDRESS, ADDRESS));
    setUserData = function(library, "opj_stream_set_user_data", ofVoid(ADDRESS, ADDRESS, ADDRESS));
    setLength = function(library, "opj_stream_set_user_data_length", ofVoid(ADDRESS, JAVA_LONG));
    createDecoder = function(library, "opj_create_decompress", of(ADDRESS, JAVA_INT));
    destroyCodec = function(library, "opj_destroy_codec", ofVoid(ADDRESS));
    defaults = function(library, "opj_set_default_decoder_parameters", ofVoid(ADDRESS));
    setup = function(library, "opj_setup_decoder", of(JAVA_INT, ADDRESS, ADDRESS));
    readHeader = function(library, "opj_read_header", of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
    decode = function(library, "opj_decode", of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
    endDecode = function(library, "opj_end_decompress", of(JAVA_INT, ADDRESS, ADDRESS));
    destroyImage = function(library, "opj_image_destroy", ofVoid(ADDRESS));
  }

  /** Empty where the machine has no such library. */
  static Optional<OpenJpeg> find() {
    return INSTALLED;
  }

  private static Optional<OpenJpeg> load() {
    String wish = System.getProperty(PROPERTY, "");
    if (wish.equals("off") || ADDRESS.byteSize() != 8) {
      return Optional.empty();
    }
    for (String name : wish.isEmpty() ? NAMES : List.of(wish)) {
      try {
        return Optional.of(new OpenJpeg(SymbolLookup.libraryLookup(name, Arena.global())));
      } catch (IllegalArgumentException | NoSuchElementException | UnsatisfiedLinkError absent) {
        // The next name, in the end none: the portable codec does the work.
      }
    }
    return Optional.empty();
  }

  /** Decodes to planes of samples; the header was compared with the file before. */
  Samples decode(ByteBuffer stream, Jpeg2000Header header) throws DicomUnsupportedException {
    try (Arena arena = Arena.ofConfined()) {
      Source source = new Source(copy(stream, arena));
      MemorySegment codec = MemorySegment.NULL;
      MemorySegment input = MemorySegment.NULL;
      MemorySegment image = MemorySegment.NULL;
      try {
        input = source.open(this, arena);
        codec = (MemorySegment) createDecoder.invokeExact(CODE_STREAM);
        MemorySegment parameters = arena.allocate(PARAMETERS, 8);
        defaults.invokeExact(parameters);
        MemorySegment answer = arena.allocate(ADDRESS);
        if ((int) setup.invokeExact(codec, parameters) == 0
            || (int) readHeader.invokeExact(input, codec, answer) == 0) {
          throw corrupt("jpeg 2000 header");
        }
        image = answer.get(ADDRESS, 0);
        if ((int) decode.invokeExact(codec, input, image) == 0
            || (int) endDecode.invokeExact(codec, input) == 0) {
          throw corrupt("jpeg 2000 code stream");
        }
        return samples(image, header);
      } finally {
        release(input, codec, image);
      }
    } catch (DicomUnsupportedException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void release(MemorySegment input, MemorySegment codec, MemorySegment image)
      throws Throwable {
    if (image.address() != 0) {
      destroyImage.invokeExact(image);
    }
    if (codec.address() != 0) {
      destroyCodec.invokeExact(codec);
    }
    if (input.address() != 0) {
      destroyStream.invokeExact(input);
    }
  }

  private static Samples samples(MemorySegment image, Jpeg2000Header header)
      throws DicomUnsupportedException {
    MemorySegment whole = image.reinterpret(COMPONENTS + ADDRESS.byteSize());
    int count = whole.get(JAVA_INT, COMPONENT_COUNT);
    if (count != header.components()) {
      throw corrupt("jpeg 2000 components");
    }
    int pixels = Math.toIntExact(header.width() * header.height());
    short[] values = new short[Math.multiplyExact(pixels, count)];
    MemorySegment components = whole.get(ADDRESS, COMPONENTS).reinterpret(COMPONENT * count);
    for (int i = 0; i < count; i++) {
      MemorySegment component = components.asSlice(COMPONENT * i, COMPONENT);
      MemorySegment data = component.get(ADDRESS, DATA);
      if (component.get(JAVA_INT, WIDTH) != header.width()
          || component.get(JAVA_INT, HEIGHT) != header.height()
          || data.address() == 0) {
        throw corrupt("jpeg 2000 component");
      }
      MemorySegment plane = data.reinterpret(4L * pixels);
      int first = i * pixels;
      for (int at = 0; at < pixels; at++) {
        values[first + at] = (short) plane.getAtIndex(JAVA_INT, at);
      }
    }
    return index -> values[index] & 0xFFFF;
  }

  private static MemorySegment copy(ByteBuffer stream, Arena arena) {
    MemorySegment bytes = arena.allocate(stream.limit());
    MemorySegment.copy(
        MemorySegment.ofBuffer(stream.slice(0, stream.limit())), 0, bytes, 0, stream.limit());
    return bytes;
  }

  private static FunctionDescriptor of(MemoryLayout result, MemoryLayout... arguments) {
    return FunctionDescriptor.of(result, arguments);
  }

  private static FunctionDescriptor ofVoid(MemoryLayout... arguments) {
    return FunctionDescriptor.ofVoid(arguments);
  }

  private static MethodHandle function(
      SymbolLookup library, String name, FunctionDescriptor descriptor) {
    return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), descriptor);
  }

  /** The code stream as the library reads it. None of these methods may throw. */
  static final class Source {
    private static final MethodHandle READ =
        method(
            "read",
            MethodType.methodType(
                long.class, MemorySegment.class, long.class, MemorySegment.class));
    private static final MethodHandle SKIP =
        method("skip", MethodType.methodType(long.class, long.class, MemorySegment.class));
    private static final MethodHandle SEEK =
        method("seek", MethodType.methodType(int.class, long.class, MemorySegment.class));

    private final MemorySegment bytes;
    private long at;

    Source(MemorySegment bytes) {
      this.bytes = bytes;
    }

    MemorySegment open(OpenJpeg library, Arena arena) throws Throwable {
      MemorySegment stream = (MemorySegment) library.createStream.invokeExact(CHUNK, 1);
      Linker linker = Linker.nativeLinker();
      library.setRead.invokeExact(
          stream,
          linker.upcallStub(READ.bindTo(this), of(JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS), arena));
      library.setSkip.invokeExact(
          stream, linker.upcallStub(SKIP.bindTo(this), of(JAVA_LONG, JAVA_LONG, ADDRESS), arena));
      library.setSeek.invokeExact(
          stream, linker.upcallStub(SEEK.bindTo(this), of(JAVA_INT, JAVA_LONG, ADDRESS), arena));
      library.setUserData.invokeExact(stream, MemorySegment.NULL, MemorySegment.NULL);
      library.setLength.invokeExact(stream, bytes.byteSize());
      return stream;
    }

    long read(MemorySegment buffer, long wanted, MemorySegment unused) {
      long count = Math.min(wanted, bytes.byteSize() - at);
      if (count <= 0) {
        return -1;
      }
      MemorySegment.copy(bytes, at, buffer.reinterpret(count), 0, count);
      at += count;
      return count;
    }

    long skip(long count, MemorySegment unused) {
      if (count < 0 || at >= bytes.byteSize()) {
        return -1;
      }
      long skipped = Math.min(count, bytes.byteSize() - at);
      at += skipped;
      return skipped;
    }

    int seek(long position, MemorySegment unused) {
      if (position < 0 || position > bytes.byteSize()) {
        return 0;
      }
      at = position;
      return 1;
    }

    private static MethodHandle method(String name, MethodType type) {
      try {
        return MethodHandles.lookup().findVirtual(Source.class, name, type);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
