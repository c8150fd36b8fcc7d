package jp.tsunagaru.shell.view;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/**
 * What a page may load. Public pages run no script at all; Vaadin's client starts from inline
 * script and evaluates what the server sends, from this server only.
 */
@Component
class PageHeaders implements HeaderWriter {
  private static final String COMMON =
      "default-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; object-src 'none';"
          + " base-uri 'self'; form-action 'self'; frame-ancestors 'self';";
  private static final String WITHOUT_SCRIPT =
      COMMON + " script-src 'none'; style-src 'self' 'unsafe-inline'";
  private static final String WITH_VAADIN =
      COMMON
          + " script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline';"
          + " connect-src 'self' ws: wss:; frame-src 'self' blob:; worker-src 'self' blob:";

  /** Where Vaadin hands out the PDF that a dialog made; browsers show it in a plug-in of theirs. */
  private static final String PAPERS = "/VAADIN/dynamic/resource/";

  private static final String FOR_PAPERS =
      "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";
  private static final Set<String> WITHOUT_SCRIPT_AT =
      Set.of("/terms", "/policy", "/consent-form", "/apply", "/login", "/error");

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    String path = request.getServletPath();
    boolean plain =
        WITHOUT_SCRIPT_AT.contains(path)
            || path.startsWith("/apply/")
            || path.equals("/") && request.getParameter("v-r") == null;
    response.setHeader(
        "Content-Security-Policy",
        plain ? WITHOUT_SCRIPT : path.startsWith(PAPERS) ? FOR_PAPERS : WITH_VAADIN);
    response.setHeader("Permissions-Policy", "geolocation=(), microphone=(), camera=(self)");
    response.setHeader("X-Robots-Tag", plain ? "all" : "noindex");
  }
}
