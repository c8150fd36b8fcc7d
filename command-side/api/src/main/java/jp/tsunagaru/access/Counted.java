package jp.tsunagaru.access;

/** An answer that knows how many results the whole search has. */
public interface Counted {
  int results();
}
