package jp.tsunagaru.support;

/** What 第18条1 names: 遠隔診断, セカンドオピニオン, 診療情報の提供. */
public enum SupportKind {
  REMOTE_DIAGNOSIS,
  SECOND_OPINION,
  CLINICAL_INFORMATION
}
