package jp.tsunagaru.imaging.dicom;

import java.util.Map;

/** Which codec decodes which transfer syntax. The one place to add a codec. */
final class FrameCodecs {
  private FrameCodecs() {}

  /** Returns the codec of a compressed transfer syntax. */
  static FrameCodec of(TransferSyntax syntax) throws DicomUnsupportedException {
    return switch (syntax.pixels()) {
      case RLE -> new RleCodec();
      case DEFLATED_FRAME -> new DeflatedFrameCodec();
      case JPEG -> new JpegCodec();
      case JPEG_LOSSLESS -> new JpegLosslessCodec();
      case JPEG_LS -> new JpegLsCodec();
      case JPEG_2000, HTJ2K -> new Jpeg2000Codec();
      case VIDEO ->
          throw new DicomUnsupportedException(
              DicomUnsupportedException.Code.VIDEO, Map.of("syntax", syntax.uid()));
      case REFERENCED ->
          throw new DicomUnsupportedException(
              DicomUnsupportedException.Code.NO_PIXEL_DATA,
              Map.of("syntax", syntax.uid(), "what", "pixel data elsewhere"));
      case NATIVE, JPEG_XL, UNKNOWN ->
          throw new DicomUnsupportedException(
              DicomUnsupportedException.Code.UNSUPPORTED_SYNTAX,
              Map.of("syntax", syntax.uid(), "codec", syntax.pixels().name()));
    };
  }

  /** Colours of an uncompressed or losslessly packed frame, told by the attribute alone. */
  static Frame.Color color(PixelFormat format) throws DicomUnsupportedException {
    if (format.samples() == 1) {
      return format.photometric().equals("PALETTE COLOR") ? Frame.Color.PALETTE : Frame.Color.GRAY;
    }
    return switch (format.photometric()) {
      case "RGB", "YBR_RCT", "YBR_ICT" -> Frame.Color.RGB;
      case "YBR_FULL", "YBR_FULL_422" -> Frame.Color.YBR_FULL;
      case "YBR_PARTIAL_422", "YBR_PARTIAL_420" -> Frame.Color.YBR_PARTIAL;
      default -> throw DicomUnsupportedException.unsupported("photometric interpretation");
    };
  }

  static Frame frame(Samples samples, boolean planar, PixelFormat format)
      throws DicomUnsupportedException {
    return new Frame(
        samples,
        planar,
        false,
        format.stored(),
        format.highBit() + 1 - format.stored(),
        color(format));
  }
}
