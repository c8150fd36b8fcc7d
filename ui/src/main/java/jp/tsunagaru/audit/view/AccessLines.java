package jp.tsunagaru.audit.view;

import jp.tsunagaru.audit.query.TakenOutAccesses.Taken;

/** How an access stands in a file, one after the other. */
interface AccessLines {
  /** What stands before the first one, with its end. */
  String head();

  /** With its end. */
  String of(Taken taken);
}
