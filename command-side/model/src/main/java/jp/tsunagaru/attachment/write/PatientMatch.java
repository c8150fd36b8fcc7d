package jp.tsunagaru.attachment.write;

import java.util.List;
import jp.tsunagaru.imaging.DicomPatient;
import jp.tsunagaru.japanese.SearchKey;
import jp.tsunagaru.patient.BasicInfo;

/**
 * Compares the person a DICOM file names with the person of the record (DC-08). It serves a
 * warning, so spellings of the same name count as equal, long vowels included: equipment writes
 * {@code Ono^Taro} for おおの たろう. The file's PatientID is the number of another institution and says
 * nothing here.
 */
final class PatientMatch {
  private static final List<String> ROWS =
      List.of(
          "アカサタナハマヤラワガザダバパ", "イキシチニヒミリギジヂビピ", "ウクスツヌフムユルグズヅブプ", "エケセテネヘメレゲゼデベペ", "オコソトノホモヨロヲゴゾドボポ");
  private static final List<String> LENGTHENERS = List.of("ア", "イ", "ウ", "エイ", "オウ");

  private PatientMatch() {}

  static boolean namesAnother(DicomPatient file, BasicInfo patient) {
    boolean otherBirth =
        file.birthDate().filter(birth -> !birth.equals(patient.birthDate())).isPresent();
    return otherBirth || namesSomebody(file.name()) && !namesPatient(file.name(), patient);
  }

  private static boolean namesSomebody(String name) {
    return !SearchKey.of(name.replace('^', ' ').replace('=', ' ')).isEmpty();
  }

  /** One of the groups (alphabetic, ideographic, phonetic) is enough. */
  private static boolean namesPatient(String name, BasicInfo patient) {
    String written = SearchKey.of(patient.fullName());
    String spoken = shortened(SearchKey.kana(patient.kana()));
    for (String group : name.split("=")) {
      String[] parts = group.split("\\^");
      String family = parts.length > 0 ? parts[0] : "";
      String given = parts.length > 1 ? parts[1] : "";
      String together = (family + " " + given).strip();
      if (!together.isEmpty()
          && (SearchKey.of(together).equals(written)
              || shortened(SearchKey.kana(together)).equals(spoken))) {
        return true;
      }
    }
    return false;
  }

  /** The sound without its long vowels. */
  private static String shortened(String kana) {
    StringBuilder result = new StringBuilder(kana.length());
    int row = -1;
    for (int i = 0; i < kana.length(); i++) {
      char c = kana.charAt(i);
      boolean lengthens = c == 'ー' || row >= 0 && LENGTHENERS.get(row).indexOf(c) >= 0;
      if (!lengthens) {
        result.append(c);
        row = row(c);
      }
    }
    return result.toString();
  }

  private static int row(char kana) {
    for (int row = 0; row < ROWS.size(); row++) {
      if (ROWS.get(row).indexOf(kana) >= 0) {
        return row;
      }
    }
    return -1;
  }
}
