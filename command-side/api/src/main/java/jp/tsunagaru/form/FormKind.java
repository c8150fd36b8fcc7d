package jp.tsunagaru.form;

/** What a form is, whatever its version. */
public enum FormKind {
  /** 訪問看護指示書・在宅患者訪問点滴注射指示書 (別紙様式16). */
  VISIT_NURSING_ORDER,
  /** 特別訪問看護指示書・在宅患者訪問点滴注射指示書 (別紙様式18). */
  SPECIAL_NURSING_ORDER,
  /** 主治医意見書. */
  PHYSICIAN_OPINION
}
