package jp.tsunagaru.japanese;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names of ingredients (一般名) in a shape in which equal ingredients are equal. It knows words of
 * form, strength and salt, and no medicines: which ingredient a brand contains is for people to
 * enter.
 *
 * <p>The rule: width, kana kind, case and spaces make no difference; what stands in 【】, （） or 「」
 * goes; then, at the end and as long as something goes, strength (5mg, 10%), dosage form (錠, 細粒),
 * water (水和物) and the acid or metal of a salt (塩酸塩, ナトリウム); at last the acid of the old spelling at
 * the beginning (塩酸, ベシル酸). A metal stays where the rest would be a mere mineral: 塩化ナトリウム is not
 * 塩化カリウム. Several ingredients of one medicine are divided by ・, ／, 、 or ＋.
 */
public final class IngredientName {
  private static final Pattern ASIDE = Pattern.compile("【[^】]*】|\\([^)]*\\)|「[^」]*」|\\[[^\\]]*\\]");
  private static final Pattern SEVERAL = Pattern.compile("[・･/、,+;]");

  /** A number without a unit at the end belongs to the name: ビタミンB12. */
  private static final Pattern STRENGTH =
      Pattern.compile("[0-9][0-9.]*(?:MG|ΜG|MCG|NG|G|%|ML|MEQ|単位|国際単位)$");

  /** Before spaces go: ビタミンB12 5mg is not B125. */
  private static final Pattern SET_APART =
      Pattern.compile("\\s[0-9][0-9.]*\\s*(?i:mg|μg|mcg|ng|g|%|ml|meq|単位|国際単位)(?![A-Za-z])");

  private static final List<String> FORMS =
      folded(
          "錠,OD錠,口腔内崩壊錠,徐放錠,腸溶錠,舌下錠,チュアブル錠,カプセル,徐放カプセル,腸溶カプセル,散,細粒,顆粒,末,原末,"
              + "シロップ,シロップ用,ドライシロップ,内用液,内用ゼリー,ゼリー,液,軟膏,クリーム,ローション,ゲル,テープ,パップ,貼付剤,"
              + "坐剤,坐薬,点眼液,点眼剤,点鼻液,点耳液,眼軟膏,吸入液,吸入粉末剤,吸入用カプセル,エアゾール,注射液,注,注射用,"
              + "皮下注,静注,筋注,配合,配合錠,配合剤,徐放,製剤");

  private static final List<String> ACIDS =
      folded(
          "塩酸,臭化水素酸,硫酸,硝酸,リン酸,酢酸,マレイン酸,フマル酸,酒石酸,クエン酸,コハク酸,メシル酸,ベシル酸,"
              + "トシル酸,エシル酸,安息香酸,乳酸,シュウ酸,ナパジシル酸,パモ酸,キシナホ酸,ヒベンズ酸,フェンジゾ酸,テオクル酸,"
              + "アジピン酸,ギ酸,エチルコハク酸,ステアリン酸,グルコン酸");

  private static final List<String> METALS =
      folded("ナトリウム,カリウム,カルシウム,マグネシウム,アルミニウム,リチウム,バリウム,亜鉛,ビスマス,アンモニウム,ストロンチウム");

  private static final List<String> WATER = folded("水和物,一水和物,二水和物,三水和物,四水和物,五水和物,無水物,無水,水和,半水和物");

  /** What is left of a mineral without its metal. */
  private static final Set<String> MINERALS =
      Set.copyOf(
          folded(
              "炭酸,炭酸水素,沈降炭酸,塩化,臭化,ヨウ化,フッ化,酸化,水酸化,硫酸,リン酸,リン酸水素,リン酸二水素,クエン酸,乳酸,"
                  + "酢酸,グルコン酸,アスパラギン酸,亜硫酸,チオ硫酸,硝酸,ケイ酸,乾燥炭酸,L-アスパラギン酸,ポリスチレンスルホン酸"));

  /** What leaves fewer letters than this is a name and no ending. */
  private static final int SHORTEST = 2;

  private IngredientName() {}

  /** The keys of all ingredients that a text names; empty when it names none. */
  public static Set<String> keys(String text) {
    Set<String> keys = new LinkedHashSet<>();
    String plain = ASIDE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(" ");
    for (String part : SEVERAL.split(plain)) {
      String key = key(SearchKey.of(SET_APART.matcher(part).replaceAll(" ")));
      if (!key.isEmpty()) {
        keys.add(key);
      }
    }
    return Set.copyOf(keys);
  }

  private static String key(String folded) {
    String name = folded;
    String before;
    do {
      before = name;
      name = STRENGTH.matcher(name).replaceFirst("");
      name = withoutEnding(name, FORMS, false);
      name = withoutEnding(name, WATER, false);
      name = withoutEnding(name, METALS, true);
      name = withoutEnding(name, SALTS, false);
    } while (!name.equals(before));
    return withoutOldAcid(name);
  }

  private static final List<String> SALTS =
      Stream.concat(ACIDS.stream().map(acid -> acid + "塩"), folded("臭化物,塩化物,ヨウ化物").stream())
          .toList();

  private static String withoutEnding(String name, List<String> endings, boolean ofMinerals) {
    for (String ending : endings) {
      if (name.endsWith(ending) && name.length() >= ending.length() + SHORTEST) {
        String rest = name.substring(0, name.length() - ending.length());
        if (!ofMinerals || !MINERALS.contains(rest)) {
          return rest;
        }
      }
    }
    return name;
  }

  /** 塩酸アンブロキソール is アンブロキソール塩酸塩; what an acid makes with a metal has its own name. */
  private static String withoutOldAcid(String name) {
    for (String acid : ACIDS) {
      if (name.startsWith(acid)) {
        String rest = name.substring(acid.length());
        if (rest.length() > SHORTEST && isKatakana(rest) && !METALS.contains(rest)) {
          return rest;
        }
      }
    }
    return name;
  }

  private static boolean isKatakana(String text) {
    return Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.KATAKANA;
  }

  /** The longest first, so that 細粒 goes as a whole. */
  private static List<String> folded(String words) {
    return Arrays.stream(words.split(","))
        .map(SearchKey::of)
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(word -> word))
        .toList();
  }
}
