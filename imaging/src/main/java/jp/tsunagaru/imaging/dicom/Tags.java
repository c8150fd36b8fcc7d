package jp.tsunagaru.imaging.dicom;

import java.util.Set;

/** The attributes that are read. */
final class Tags {
  static final int TRANSFER_SYNTAX = 0x00020010;
  static final int CHARACTER_SET = 0x00080005;
  static final int MODALITY = 0x00080060;
  static final int PATIENT_NAME = 0x00100010;
  static final int PATIENT_ID = 0x00100020;
  static final int PATIENT_BIRTH_DATE = 0x00100030;
  static final int IMAGER_PIXEL_SPACING = 0x00181164;
  static final int SAMPLES_PER_PIXEL = 0x00280002;
  static final int PHOTOMETRIC = 0x00280004;
  static final int PLANAR = 0x00280006;
  static final int FRAMES = 0x00280008;
  static final int ROWS = 0x00280010;
  static final int COLUMNS = 0x00280011;
  static final int PIXEL_SPACING = 0x00280030;
  static final int ASPECT_RATIO = 0x00280034;
  static final int BITS_ALLOCATED = 0x00280100;
  static final int BITS_STORED = 0x00280101;
  static final int HIGH_BIT = 0x00280102;
  static final int PIXEL_REPRESENTATION = 0x00280103;
  static final int PADDING_VALUE = 0x00280120;
  static final int PADDING_LIMIT = 0x00280121;
  static final int WINDOW_CENTER = 0x00281050;
  static final int WINDOW_WIDTH = 0x00281051;
  static final int INTERCEPT = 0x00281052;
  static final int SLOPE = 0x00281053;
  static final int VOI_FUNCTION = 0x00281056;
  static final int PALETTE_DESCRIPTOR = 0x00281101;
  static final int PALETTE_DATA = 0x00281201;
  static final int PALETTE_SEGMENTED = 0x00281221;
  static final int MODALITY_LUT = 0x00283000;
  static final int LUT_DESCRIPTOR = 0x00283002;
  static final int LUT_DATA = 0x00283006;
  static final int VOI_LUT = 0x00283010;
  static final int REPRESENTATIVE_FRAME = 0x00286010;
  static final int PIXEL_MEASURES = 0x00289110;
  static final int FRAME_VOI = 0x00289132;
  static final int PIXEL_TRANSFORMATION = 0x00289145;
  static final int ENCAPSULATED_DOCUMENT = 0x00420011;
  static final int LUT_SHAPE = 0x20500020;
  static final int SHARED_GROUPS = 0x52009229;
  static final int FRAME_GROUPS = 0x52009230;
  static final int EXTENDED_OFFSETS = 0x7FE00001;
  static final int EXTENDED_LENGTHS = 0x7FE00002;
  static final int FLOAT_PIXELS = 0x7FE00008;
  static final int DOUBLE_PIXELS = 0x7FE00009;
  static final int PIXELS = 0x7FE00010;
  static final int ITEM = 0xFFFEE000;
  static final int ITEM_END = 0xFFFEE00D;
  static final int SEQUENCE_END = 0xFFFEE0DD;

  private static final Set<Integer> SEQUENCES =
      Set.of(
          MODALITY_LUT,
          VOI_LUT,
          PIXEL_MEASURES,
          FRAME_VOI,
          PIXEL_TRANSFORMATION,
          SHARED_GROUPS,
          FRAME_GROUPS);
  private static final Set<Integer> SINGLE =
      Set.of(
          CHARACTER_SET,
          MODALITY,
          PATIENT_NAME,
          PATIENT_ID,
          PATIENT_BIRTH_DATE,
          IMAGER_PIXEL_SPACING,
          ENCAPSULATED_DOCUMENT,
          LUT_SHAPE);

  private Tags() {}

  /** Sequences that must be known where the file does not name value representations. */
  static boolean sequence(int tag) {
    return SEQUENCES.contains(tag);
  }

  /** Attributes that are kept; the others are passed over. */
  static boolean kept(int tag) {
    int group = tag >>> 16;
    return group == 0x0028
        || group == 0x7FE0
        || group == 0x0002
        || tag == SHARED_GROUPS
        || tag == FRAME_GROUPS
        || SINGLE.contains(tag);
  }
}
