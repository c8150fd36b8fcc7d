package jp.tsunagaru.access;

/** Hashes names under the key of this installation: alike can be told, a name cannot be read. */
public interface SearchHashes {
  /** 64 hex digits, the same for every spelling of a term; blank for a blank term. */
  String of(String term);
}
