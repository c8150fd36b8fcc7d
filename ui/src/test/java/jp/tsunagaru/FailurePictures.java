package jp.tsunagaru;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Of every test of this module: what was on the screens when it failed, before they close. */
public final class FailurePictures
    implements AfterTestExecutionCallback, LifecycleMethodExecutionExceptionHandler {
  @Override
  public void afterTestExecution(ExtensionContext test) {
    if (test.getExecutionException().isPresent()) {
      take(test);
    }
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext test, Throwable failure)
      throws Throwable {
    if (!(failure instanceof TestAbortedException)) {
      take(test);
    }
    throw failure;
  }

  private static void take(ExtensionContext test) {
    Person.picturesOfAll(
        "failed-"
            + test.getRequiredTestClass().getSimpleName()
            + "-"
            + test.getRequiredTestMethod().getName());
  }
}
