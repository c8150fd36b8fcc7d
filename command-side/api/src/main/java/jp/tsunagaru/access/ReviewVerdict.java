package jp.tsunagaru.access;

public enum ReviewVerdict {
  JUSTIFIED,
  UNJUSTIFIED
}
