package jp.tsunagaru.imaging.dicom;

import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.corrupt;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.ValType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import wasm.dcmjs.NativeCodecs;

/**
 * Decoders that came as WebAssembly: each run has a memory of its own, which ends at three eighths
 * of the heap, and knows no files, no clock and no network. Interrupting the thread stops it.
 *
 * <p>The library trusts what it is told about the size of the picture: compare the code stream's
 * own header before.
 */
final class WebAssemblyCodecs {
  private static final int PAGE = 64 << 10;
  private static final int FIRST_PAGES = 64;
  private static final int BAD_DESCRIPTOR = 8;
  private static final String WASI = "wasi_snapshot_preview1";

  /** The decoders, by the names of their functions. */
  enum Decoder {
    JPEG("DecodeJpeg"),
    JPEG_LS("DecodeJpegLs"),
    JPEG_2000("DecodeJpeg2000"),
    HTJ2K("DecodeHtJpeg2000");

    private final String function;

    Decoder(String function) {
      this.function = function;
    }
  }

  /**
   * What the code stream's header said.
   *
   * @param allocated 8 or 16, the bits of a sample in the answer
   */
  record Shape(int columns, int rows, int samples, int allocated, int precision, boolean signed) {
    long bytes() {
      return (long) columns * rows * samples * (allocated / 8);
    }
  }

  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String why) {
      super(why);
    }
  }

  private WebAssemblyCodecs() {}

  /**
   * Decodes to samples in little endian order.
   *
   * @param work bytes that the decoder needs besides code stream and answer
   */
  static ByteBuffer decode(Decoder decoder, ByteBuffer stream, Shape shape, long work)
      throws DicomUnsupportedException {
    long limit = Runtime.getRuntime().maxMemory() / 8 * 3;
    long needed = (long) FIRST_PAGES * PAGE + stream.limit() + shape.bytes() + work;
    if (needed > limit) {
      throw new DicomUnsupportedException(
          DicomUnsupportedException.Code.PIXEL_BOMB,
          Map.of(
              "width", Integer.toString(shape.columns()),
              "height", Integer.toString(shape.rows()),
              "memory", Long.toString(limit)));
    }
    try {
      return run(decoder, stream, shape, (int) Math.min(limit / PAGE, MemoryLimits.MAX_PAGES));
    } catch (RuntimeException | StackOverflowError e) {
      // A trap, a refusal of the library or an allocation beyond the limit: the header was honest,
      // so the rest is not.
      if (Thread.currentThread().isInterrupted()) {
        throw new DicomUnsupportedException(
            DicomUnsupportedException.Code.INTERRUPTED, Map.of("codec", decoder.name()));
      }
      throw corrupt(decoder.name() + " code stream");
    }
  }

  private static ByteBuffer run(Decoder decoder, ByteBuffer stream, Shape shape, int pages)
      throws DicomUnsupportedException {
    Instance codecs = start(pages);
    int context = context(codecs, shape);
    byte[] bytes = new byte[stream.limit()];
    stream.get(0, bytes);
    call(codecs, "SetEncodedBufferSize", context, bytes.length);
    codecs.memory().write(call(codecs, "GetEncodedBuffer", context), bytes);
    // The parameters ask for no conversion of colours: what is stored comes out.
    int parameters = call(codecs, "CreateDecoderParameters");
    call(codecs, "SetConvertColorspaceToRgb", parameters, 0);
    call(codecs, decoder.function, context, parameters);
    int size = call(codecs, "GetDecodedBufferSize", context);
    if (size != shape.bytes()) {
      throw corrupt(decoder.name() + " size");
    }
    int at = call(codecs, "GetDecodedBuffer", context);
    return ByteBuffer.wrap(codecs.memory().readBytes(at, size)).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The library with a fresh memory of so many pages at most. */
  static Instance start(int pages) {
    Instance codecs =
        Instance.builder(NativeCodecs.load())
            .withMachineFactory(NativeCodecs::create)
            .withMemoryLimits(new MemoryLimits(FIRST_PAGES, pages))
            .withMemoryFactory(ByteArrayMemory::new)
            .withImportValues(imports())
            .withStart(false)
            .build();
    call(codecs, "_initialize");
    return codecs;
  }

  static int context(Instance codecs, Shape shape) {
    int context = call(codecs, "CreateCodecsContext");
    call(codecs, "SetColumns", context, shape.columns());
    call(codecs, "SetRows", context, shape.rows());
    call(codecs, "SetBitsAllocated", context, shape.allocated());
    call(codecs, "SetBitsStored", context, shape.precision());
    call(codecs, "SetSamplesPerPixel", context, shape.samples());
    call(codecs, "SetPixelRepresentation", context, shape.signed() ? 1 : 0);
    return context;
  }

  static int call(Instance codecs, String function, long... arguments) {
    long[] answer = codecs.export(function).apply(arguments);
    return answer == null || answer.length == 0 ? 0 : (int) answer[0];
  }

  private static ImportValues imports() {
    FunctionType message = type(List.of(ValType.I32, ValType.I32), List.of());
    return ImportValues.builder()
        .addFunction(
            host(
                "env",
                "onCodecsException",
                message,
                (instance, arguments) -> {
                  throw new Refusal(
                      instance.memory().readString((int) arguments[0], (int) arguments[1]));
                }),
            host("env", "onCodecsInfo", message, WebAssemblyCodecs::nothing),
            host("env", "onCodecsTrace", message, WebAssemblyCodecs::nothing),
            host(
                "env",
                "emscripten_notify_memory_growth",
                type(List.of(ValType.I32), List.of()),
                WebAssemblyCodecs::nothing),
            host(
                WASI,
                "proc_exit",
                type(List.of(ValType.I32), List.of()),
                (instance, arguments) -> {
                  throw new Refusal("exit");
                }),
            host(
                WASI,
                "clock_time_get",
                type(List.of(ValType.I32, ValType.I64, ValType.I32), List.of(ValType.I32)),
                (instance, arguments) -> {
                  instance.memory().writeLong((int) arguments[2], 0);
                  return new long[] {0};
                }),
            host(WASI, "fd_write", four(), WebAssemblyCodecs::swallow),
            host(
                WASI,
                "fd_close",
                type(List.of(ValType.I32), List.of(ValType.I32)),
                (instance, arguments) -> new long[] {0}),
            host(
                WASI,
                "fd_seek",
                type(
                    List.of(ValType.I32, ValType.I64, ValType.I32, ValType.I32),
                    List.of(ValType.I32)),
                (instance, arguments) -> new long[] {BAD_DESCRIPTOR}),
            host(
                WASI,
                "environ_sizes_get",
                two(),
                (instance, arguments) -> {
                  instance.memory().writeI32((int) arguments[0], 0);
                  instance.memory().writeI32((int) arguments[1], 0);
                  return new long[] {0};
                }),
            host(WASI, "environ_get", two(), (instance, arguments) -> new long[] {0}))
        .build();
  }

  private static long[] nothing(Instance instance, long... arguments) {
    return new long[0];
  }

  /** Messages for a console that is not there: all of it counts as written. */
  private static long[] swallow(Instance instance, long... arguments) {
    int length = 0;
    for (int i = 0; i < arguments[2]; i++) {
      length += instance.memory().readInt((int) arguments[1] + 8 * i + 4);
    }
    instance.memory().writeI32((int) arguments[3], length);
    return new long[] {0};
  }

  private static HostFunction host(
      String module, String name, FunctionType type, WasmFunctionHandle handle) {
    return new HostFunction(module, name, type, handle);
  }

  private static FunctionType two() {
    return type(List.of(ValType.I32, ValType.I32), List.of(ValType.I32));
  }

  private static FunctionType four() {
    return type(List.of(ValType.I32, ValType.I32, ValType.I32, ValType.I32), List.of(ValType.I32));
  }

  private static FunctionType type(List<ValType> parameters, List<ValType> results) {
    return FunctionType.of(parameters, results);
  }
}
