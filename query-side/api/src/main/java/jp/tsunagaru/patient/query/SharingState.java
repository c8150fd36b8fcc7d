package jp.tsunagaru.patient.query;

/** 共有の状態. */
public enum SharingState {
  /** 仮登録: seen by the registrar alone. */
  PROVISIONAL,
  SHARED,
  STOPPED,
  /** 利用終結: displayed for five years to the team of that day. */
  ENDED,
  /** 同意の撤回, or the end of a stopped sharing: hidden from everybody. */
  WITHDRAWN
}
