package jp.tsunagaru.shell.view;

/** Tells the session that a step of the first sign-in is done; the write side knows it already. */
public final class FirstSignIn {
  private FirstSignIn() {}

  public static void passwordChanged() {
    SignedInUser.require().passwordChanged();
  }

  public static void pledged() {
    SignedInUser.require().pledged();
  }

  /** Leaves before everything is done. */
  public static void leave() {
    SignOutHandler.endHere("LOGOUT");
  }
}
