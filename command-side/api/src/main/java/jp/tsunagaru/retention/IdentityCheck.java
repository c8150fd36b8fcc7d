package jp.tsunagaru.retention;

/** How it was made sure that the requester is the patient or the proxy (第16条2). */
public enum IdentityCheck {
  KNOWN_IN_PERSON,
  ID_DOCUMENT,
  PROXY_DOCUMENT
}
