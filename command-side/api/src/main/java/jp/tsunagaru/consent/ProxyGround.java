package jp.tsunagaru.consent;

/** Why somebody else signed (第16条1: 未成年又は同意困難). */
public enum ProxyGround {
  MINOR,
  UNABLE
}
