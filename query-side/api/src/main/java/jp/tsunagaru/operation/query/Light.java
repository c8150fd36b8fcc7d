package jp.tsunagaru.operation.query;

public enum Light {
  GREEN,
  AMBER,
  RED,
  /** No software can know it; somebody has to look. */
  UNKNOWN
}
