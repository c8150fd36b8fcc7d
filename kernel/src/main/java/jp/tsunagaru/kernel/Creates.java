package jp.tsunagaru.kernel;

/**
 * A command whose object is nearly always new. It may first be tried as if nothing of that id were
 * stored: what is stored refuses the second of an id, and the command is then handled with a look
 * at what is there.
 */
public interface Creates {
  String createdId();
}
