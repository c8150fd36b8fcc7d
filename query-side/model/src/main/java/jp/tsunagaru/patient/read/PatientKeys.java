package jp.tsunagaru.patient.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagaru.japanese.InsuredNumber;
import jp.tsunagaru.japanese.PhoneNumber;
import jp.tsunagaru.japanese.SearchKey;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.EmergencyContact;

/**
 * What a patient is found by (LS-03).
 *
 * @param grams the beginnings of every match, for the index: see {@link #gramsOf}
 */
record PatientKeys(Keys name, Keys kana, Keys loose, String phones, Set<String> grams) {

  /** Which text a gram is of; a gram of a name is none of a number. */
  enum Kind {
    NAME('N', 2),
    KANA('K', 2),
    LOOSE('L', 2),
    PHONE('P', 4);

    private final char mark;
    private final int length;

    Kind(char mark, int length) {
      this.mark = mark;
      this.length = length;
    }
  }

  /**
   * @param whole family and given name in one
   * @param parts family and given name apart, to be found anywhere in either
   * @param full both in one, in either order, each behind a tab, to be found from its beginning
   */
  record Keys(String whole, String parts, String full) {
    private static final char TAB = '\t';

    /** The key of both in one is not the joint of two keys: a long vowel may span them. */
    static Keys of(String family, String given, String both, String reversed) {
      return new Keys(both, family + TAB + given, TAB + both + TAB + reversed);
    }

    private void addTo(Set<String> grams, Kind kind) {
      for (String text : (parts + full).split("\t")) {
        add(grams, kind, text);
      }
    }
  }

  static PatientKeys of(BasicInfo info) {
    Keys name =
        Keys.of(
            SearchKey.of(info.familyName()),
            SearchKey.of(info.givenName()),
            SearchKey.of(info.familyName() + " " + info.givenName()),
            SearchKey.of(info.givenName() + " " + info.familyName()));
    SearchKey.Kana family = SearchKey.Kana.of(info.familyKana());
    SearchKey.Kana given = SearchKey.Kana.of(info.givenKana());
    SearchKey.Kana both = SearchKey.Kana.of(info.familyKana() + " " + info.givenKana());
    SearchKey.Kana reversed = SearchKey.Kana.of(info.givenKana() + " " + info.familyKana());
    Keys kana = Keys.of(family.key(), given.key(), both.key(), reversed.key());
    Keys loose = Keys.of(family.looseKey(), given.looseKey(), both.looseKey(), reversed.looseKey());
    List<String> phones =
        Stream.concat(
                info.phones().stream(),
                info.emergencyContacts().stream().map(EmergencyContact::phone))
            .map(PhoneNumber::digitsOf)
            .distinct()
            .toList();
    Set<String> grams = new LinkedHashSet<>(256);
    name.addTo(grams, Kind.NAME);
    kana.addTo(grams, Kind.KANA);
    loose.addTo(grams, Kind.LOOSE);
    phones.forEach(digits -> add(grams, Kind.PHONE, digits));
    return new PatientKeys(name, kana, loose, String.join("\t", phones), grams);
  }

  /** 被保険者番号 to compare, in any spelling; blank for none. */
  static String insured(String number) {
    if (number.isEmpty()) {
      return number;
    }
    return InsuredNumber.parse(number).map(InsuredNumber::value).orElse(number.strip());
  }

  /** The longest grams in a text: every text that contains it has them all. */
  static List<String> gramsOf(Kind kind, String text) {
    List<String> grams = new ArrayList<>(text.length());
    addGrams(grams, kind, text, Math.min(kind.length, text.codePointCount(0, text.length())));
    return grams;
  }

  private static void add(Collection<String> grams, Kind kind, String text) {
    int points = text.codePointCount(0, text.length());
    addGrams(grams, kind, text, Math.min(kind.length, points));
    if (kind != Kind.PHONE) {
      addGrams(grams, kind, text, Math.min(1, points));
    }
  }

  /** All stretches of this many code points. */
  private static void addGrams(Collection<String> grams, Kind kind, String text, int points) {
    if (points == 0) {
      return;
    }
    int to = text.offsetByCodePoints(0, points);
    for (int from = 0; ; from += Character.charCount(text.codePointAt(from))) {
      grams.add(kind.mark + text.substring(from, to));
      if (to == text.length()) {
        return;
      }
      to += Character.charCount(text.codePointAt(to));
    }
  }
}
