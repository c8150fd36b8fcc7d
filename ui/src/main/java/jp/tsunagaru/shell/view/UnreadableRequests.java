package jp.tsunagaru.shell.view;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests that reach no page at all, such as a malformed address, which the server would
 * refuse in English.
 */
final class UnreadableRequests extends ErrorReportValve {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="ja"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s</title><link rel="stylesheet" href="/styles.css">
      <link rel="stylesheet" href="/portal.css"></head>
      <body class="portal"><main class="error-page"><h1>%1$s</h1><p>%2$s</p>
      <p><a class="button-link" href="/">%3$s</a></p></main></body></html>
      """;

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    boolean answered =
        response.getStatus() < 400
            || response.getContentWritten() > 0
            || !response.setErrorReported();
    if (answered) {
      return;
    }
    response.setContentType("text/html");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    try {
      PrintWriter page = response.getReporter();
      if (page != null) {
        page.write(
            PAGE.formatted(
                Texts.get("error.page.title"),
                Texts.get("error.page.text"),
                Texts.get("portal.home")));
        response.finishResponse();
      }
    } catch (IOException gone) {
      // Whoever asked is no longer there.
    }
  }
}
