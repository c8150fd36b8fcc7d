package jp.tsunagaru.japanese;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * Folds kanji that people use for the same name onto one of them.
 *
 * <p>For searching only: it knows old and new forms, common name variants and a few look-alikes,
 * and it is generous rather than exact. Compatibility ideographs are left to NFKC.
 */
final class VariantKanji {

  /** Groups of variants; the first of each group stands for all. */
  private static final String GROUPS =
      """
      高髙 崎﨑嵜㟢 吉𠮷 辺邊邉 斉齋齊斎 浜濵濱 島嶋嶌㠀 徳德 広廣 恵惠 国國囯 沢澤 真眞 瀬瀨 桑桒 橋𣘺 柳栁桺 竜龍 滝瀧 富冨 峰峯 館舘 桜櫻
      栄榮 円圓 条條 芦蘆 関關 剣劍劔剱釼 鉄鐵銕鉃 黒黑 黄黃 静靜 清淸 青靑 頼賴 荘莊 亀龜 槙槇 万萬 与與 予豫 来來 会會 桧檜 梅楳 松枩 杉杦
      鶴鸖靏靍 曽曾 塩鹽 渋澁澀 鴎鷗 鶏鷄 籠篭 薮藪籔 渕淵渊 岳嶽 巌巖 壱壹 弐貳 寿壽 宝寶寳 実實 写寫 尭堯 弥彌 弁辨瓣辯 当當 従從 応應 恒恆
      悦悅 戸戶 晋晉 暁曉 県縣 歩步 歳歲 気氣 浅淺 温溫 満滿 涼凉 瑶瑤 遥遙 画畫 発發 畳疊 礼禮 禄祿 秋穐龝 穂穗 穣穰 経經 継繼 総總 緑綠
      縁緣 縄繩 聡聰 声聲 脇𦚰 芸藝 薫薰 蔵藏 虎乕 蛍螢 蚕蠶 衛衞 覚覺 覧覽 観觀 訳譯 証證 読讀 豊豐 賛贊 転轉 軽輕 郎郞 郷鄕 酔醉 釈釋 銭錢
      鋳鑄 鎌鐮 鎮鎭 隠隱 随隨 雑雜 霊靈 頴穎 顔顏 顕顯 飲飮 駅驛 駆驅 験驗 鯵鰺 麦麥 麹麴 黙默 鼓皷 歯齒 齢齡 竈竃 祢禰 祷禱 箏筝 粛肅 糸絲
      効效 勅敕 勲勳勛 勧勸 励勵 労勞 区區 医醫 単單 参參 双雙 収收 叙敍敘 台臺 号號 喜㐂 嘗甞 図圖 団團 野埜 塁壘 増增 壌壤 売賣 変變 奥奧
      奨奬 嬢孃 学學斈 宮宫 寛寬 対對 専專 将將 尽盡 届屆 属屬 巣巢 帯帶 帰歸 庁廳 弾彈 径徑 恋戀 悪惡 慎愼 懐懷 戦戰 択擇 担擔 拝拜 拡擴
      挙擧 揺搖 摂攝 撃擊 数數 断斷 旧舊 昼晝 曳曵 枢樞 栃杤櫔 桟棧 検檢 楼樓 楽樂 様樣 権權 横橫 欧歐 歓歡 毎每 沖冲 況况 浄淨 涙淚 渉涉
      渓溪谿 済濟 湾灣 湿濕 滞滯 潜潛 灯燈 炉爐 点點 為爲 焼燒 煕熙凞𤋮 状狀 独獨 狭狹 献獻 産產 盗盜 砺礪 称稱 稲稻 税稅 粋粹 絵繪 続續 縦縱
      繋繫 纒纏 聴聽 肇肈 舗舖 舎舍 艶艷 莱萊 蒋蔣 虫蟲 蛎蠣 蝋蠟 裏裡 褒襃 誉譽 説說 諌諫 謡謠 譲讓 猪豬 辞辭 迩邇 遅遲 醤醬 鉱鑛 録錄 閲閱
      闘鬪 隣鄰 頚頸 騨驒 体體 髪髮 鴬鶯 鹸鹼 凛凜 処處 児兒 党黨 両兩 乗乘 亘亙 亜亞 仏佛 仮假 伝傳 価價 偽僞 傑杰 剥剝 剰剩 即卽 却卻 厳嚴
      厨廚 呉吳 呑吞 哲喆 啓啟 囲圍 土圡𡈽 壮壯 壺壷 卯夘 姉姊 娯娛 爾尓 峡峽 巻卷 并幷 彦彥 戯戲 抜拔 撹攪 教敎 昂昻 昇曻 暦曆 柏栢 栖棲
      歴歷 毘毗 氷冰 澄澂 濶闊 煙烟 焔焰 犠犧 猫貓 珍珎 瓶甁 略畧 皐皋 蓋葢盖 秘祕 稚穉 穏穩 群羣 翻飜 耕畊 船舩 讃讚 鋭銳 錬鍊 雁鴈 韮韭
      頬頰 今𫝆 勢㔟 同仝 器噐 奇竒 最㝡 密宻 兎兔 欅﨔 村邨 叱𠮟 余餘 欠缺 残殘 装裝 触觸 践踐 駄馱 麺麵 莓苺 萌萠 蕊蘂 藁稾 捜搜 掲揭 挿插
      掴摑 曹曺 朶朵 查査 桝枡 槍鎗 檪櫟 欝鬱 潅灌 濤涛 瀦潴 疎疏 砕碎 禅禪 窓窗 竪豎 糧粮 綿緜 繍繡 胆膽 脳腦 臓臟 茎莖 壊壞 屏屛 徴徵 悩惱
      戻戾 杯盃 圏圈 堕墮 塡填 姫姬 寝寢 廃廢 廟庿 拠據 晩晚 殻殼 殴毆 渇渴 獣獸 痩瘦 砿礦 窃竊 繊纖 賎賤 逓遞 陥陷 険險 隷隸 髄髓
      """;

  private static final Map<Integer, Integer> FOLDED = read();

  /** Kana and letters come before it. */
  private static final int FIRST = Collections.min(FOLDED.keySet());

  private VariantKanji() {}

  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); ) {
      int codePoint = text.codePointAt(index);
      folded.appendCodePoint(codePoint < FIRST ? codePoint : fold(codePoint));
      index += Character.charCount(codePoint);
    }
    return folded.toString();
  }

  static int fold(int codePoint) {
    return FOLDED.getOrDefault(codePoint, codePoint);
  }

  private static Map<Integer, Integer> read() {
    Map<Integer, Integer> folded = new HashMap<>();
    for (String group : GROUPS.strip().split("\\s+")) {
      int first = group.codePointAt(0);
      group.codePoints().skip(1).forEach(variant -> folded.put(variant, first));
    }
    return Map.copyOf(folded);
  }
}
