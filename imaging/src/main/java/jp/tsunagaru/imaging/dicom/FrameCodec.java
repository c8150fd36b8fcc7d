package jp.tsunagaru.imaging.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Decodes the code stream of one frame. New codecs are added here and in {@link FrameCodecs}.
 *
 * <p>An implementation checks the code stream's own header against the format before it allocates.
 */
interface FrameCodec {
  Frame decode(ByteBuffer codeStream, PixelFormat format) throws IOException;
}
