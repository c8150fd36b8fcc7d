package jp.tsunagaru.patient.query;

/** 共有の状態. */
public enum SharingState {
  /** 仮登録: seen by the registrar alone. */
  PROVISIONAL,
  SHARED,
  STOPPED
}
