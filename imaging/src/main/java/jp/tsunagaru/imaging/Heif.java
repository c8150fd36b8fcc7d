package jp.tsunagaru.imaging;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The HEIF library of the machine ({@code libheif}) with the HEVC decoder it brings, called in this
 * process: only ever used in a conversion worker, where a fault of native code costs one
 * conversion. The size of the picture is compared with the limit before anything is decoded.
 *
 * <p>{@code -Dimaging.heif=off} leaves it alone, any other value names the library to load.
 */
@SuppressWarnings("restricted")
final class Heif {
  private static final List<String> NAMES =
      List.of("libheif.so.1", "libheif.1.dylib", "libheif.dylib", "heif.dll");
  private static final int RGB = 1;
  private static final int INTERLEAVED_RGB = 10;
  private static final int INTERLEAVED = 10;
  private static final int UNSUPPORTED_FILE = 3;
  private static final int UNSUPPORTED_FEATURE = 4;

  /** struct heif_error: code, finer code, and a sentence that is not looked at. */
  private static final StructLayout ERROR = MemoryLayout.structLayout(JAVA_INT, JAVA_INT, ADDRESS);

  private static final Optional<Heif> INSTALLED = load();

  private final MethodHandle alloc;
  private final MethodHandle free;
  private final MethodHandle limitSize;
  private final MethodHandle read;
  private final MethodHandle primary;
  private final MethodHandle width;
  private final MethodHandle height;
  private final MethodHandle decode;
  private final MethodHandle imageWidth;
  private final MethodHandle imageHeight;
  private final MethodHandle plane;
  private final MethodHandle releaseImage;
  private final MethodHandle releaseHandle;

  private Heif(SymbolLookup library) {
    alloc = function(library, "heif_context_alloc", FunctionDescriptor.of(ADDRESS));
    free = function(library, "heif_context_free", FunctionDescriptor.ofVoid(ADDRESS));
    limitSize =
        function(
            library,
            "heif_context_set_maximum_image_size_limit",
            FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
    read =
        function(
            library,
            "heif_context_read_from_memory_without_copy",
            FunctionDescriptor.of(ERROR, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));
    primary =
        function(
            library,
            "heif_context_get_primary_image_handle",
            FunctionDescriptor.of(ERROR, ADDRESS, ADDRESS));
    width =
        function(library, "heif_image_handle_get_width", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    height =
        function(library, "heif_image_handle_get_height", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    decode =
        function(
            library,
            "heif_decode_image",
            FunctionDescriptor.of(ERROR, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS));
    imageWidth =
        function(
            library, "heif_image_get_width", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    imageHeight =
        function(
            library, "heif_image_get_height", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    plane =
        function(
            library,
            "heif_image_get_plane_readonly",
            FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, ADDRESS));
    releaseImage = function(library, "heif_image_release", FunctionDescriptor.ofVoid(ADDRESS));
    releaseHandle =
        function(library, "heif_image_handle_release", FunctionDescriptor.ofVoid(ADDRESS));
  }

  /** Empty where the machine has no such library. */
  static Optional<Heif> find() {
    return INSTALLED;
  }

  private static Optional<Heif> load() {
    String wish = System.getProperty("imaging.heif", "");
    if (wish.equals("off") || ADDRESS.byteSize() != 8) {
      return Optional.empty();
    }
    for (String name : wish.isEmpty() ? NAMES : List.of(wish)) {
      try {
        return Optional.of(new Heif(SymbolLookup.libraryLookup(name, Arena.global())));
      } catch (IllegalArgumentException | NoSuchElementException | UnsatisfiedLinkError absent) {
        // The next name, in the end none: the file can be downloaded, and says so.
      }
    }
    return Optional.empty();
  }

  /**
   * The main picture, upright and without transparency, subsampled by whole steps so that its
   * longest side stays below twice {@code wanted}.
   */
  BufferedImage picture(ByteBuffer file, int wanted, Limits limits) throws Refusal {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = arena.allocate(file.limit());
      MemorySegment.copy(
          MemorySegment.ofBuffer(file.slice(0, file.limit())), 0, bytes, 0, file.limit());
      MemorySegment context = (MemorySegment) alloc.invokeExact();
      MemorySegment handle = MemorySegment.NULL;
      MemorySegment image = MemorySegment.NULL;
      try {
        // The library squares what it is told.
        limitSize.invokeExact(context, (int) Math.ceil(Math.sqrt(limits.maxPixels())));
        SegmentAllocator errors = arena;
        MemorySegment answer = arena.allocate(ADDRESS);
        check(
            (MemorySegment)
                read.invokeExact(errors, context, bytes, bytes.byteSize(), MemorySegment.NULL));
        check((MemorySegment) primary.invokeExact(errors, context, answer));
        handle = answer.get(ADDRESS, 0);
        Signatures.checkPixels(
            (int) width.invokeExact(handle), (int) height.invokeExact(handle), limits);
        check(
            (MemorySegment)
                decode.invokeExact(
                    errors, handle, answer, RGB, INTERLEAVED_RGB, MemorySegment.NULL));
        image = answer.get(ADDRESS, 0);
        return copy(image, wanted, limits, arena);
      } finally {
        if (image.address() != 0) {
          releaseImage.invokeExact(image);
        }
        if (handle.address() != 0) {
          releaseHandle.invokeExact(handle);
        }
        free.invokeExact(context);
      }
    } catch (Refusal | RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Rows of three bytes a pixel; what the library says of itself is checked before it is read. */
  private BufferedImage copy(MemorySegment image, int wanted, Limits limits, Arena arena)
      throws Throwable {
    int columns = (int) imageWidth.invokeExact(image, INTERLEAVED);
    int rows = (int) imageHeight.invokeExact(image, INTERLEAVED);
    Signatures.checkPixels(columns, rows, limits);
    MemorySegment stride = arena.allocate(JAVA_INT);
    MemorySegment start = (MemorySegment) plane.invokeExact(image, INTERLEAVED, stride);
    int line = stride.get(JAVA_INT, 0);
    if (columns < 1 || rows < 1 || start.address() == 0 || line < 3L * columns) {
      throw new Refusal(Reason.CORRUPT, "heic");
    }
    MemorySegment pixels = start.reinterpret((long) line * rows);
    int step = Math.max(1, Math.max(columns, rows) / (2 * wanted));
    int across = (columns + step - 1) / step;
    int down = (rows + step - 1) / step;
    BufferedImage picture = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
    int[] target = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    for (int y = 0; y < down; y++) {
      long row = (long) y * step * line;
      for (int x = 0; x < across; x++) {
        long at = row + 3L * x * step;
        target[y * across + x] =
            (pixels.get(JAVA_BYTE, at) & 0xFF) << 16
                | (pixels.get(JAVA_BYTE, at + 1) & 0xFF) << 8
                | pixels.get(JAVA_BYTE, at + 2) & 0xFF;
      }
    }
    return picture;
  }

  /** A machine may have the library and no decoder for what is inside. */
  private static void check(MemorySegment error) throws Refusal {
    int code = error.get(JAVA_INT, 0);
    if (code == UNSUPPORTED_FILE || code == UNSUPPORTED_FEATURE) {
      throw new Refusal(Reason.NO_PREVIEW, Map.of("kind", "HEIC"));
    }
    if (code != 0) {
      throw new Refusal(Reason.CORRUPT, "heic");
    }
  }

  private static MethodHandle function(
      SymbolLookup library, String name, FunctionDescriptor descriptor) {
    return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), descriptor);
  }
}
