package jp.tsunagaru.access;

/** Why a record that its patient withdrew may be displayed all the same. */
public enum LawfulGround {
  /** 裁判所の命令・令状. */
  COURT_ORDER,
  /** 法令に基づく照会. */
  STATUTORY_INQUIRY,
  /** 人の生命・身体の保護 (個人情報保護法第27条1項2号). */
  PROTECTION_OF_LIFE,
  /** 本人・代理人による開示の請求 (個人情報保護法第33条). */
  DISCLOSURE_REQUEST
}
