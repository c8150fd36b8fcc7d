package jp.tsunagaru.incident;

/** 速報 and 確報 (個人情報保護法施行規則第8条). */
public enum ReportStage {
  PRELIMINARY,
  FINAL
}
