package jp.tsunagaru.shell.view;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session in which nobody did anything (AC-09). An open page keeps asking whether the server
 * is there; that is not a person, so it does not prolong the session.
 */
final class IdleSessions extends OncePerRequestFilter {
  private static final String LAST_ACTIVE = IdleSessions.class.getName();

  private final Clock clock;
  private final Duration limit;

  IdleSessions(Clock clock, Duration limit) {
    this.clock = clock;
    this.limit = limit;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null) {
      long now = clock.millis();
      boolean over =
          session.getAttribute(LAST_ACTIVE) instanceof Long last && now - last > limit.toMillis();
      if (over) {
        session.invalidate();
      } else if (byPerson(request)) {
        session.setAttribute(LAST_ACTIVE, now);
      }
    }
    chain.doFilter(request, response);
  }

  private static boolean byPerson(HttpServletRequest request) {
    String kind = request.getParameter("v-r");
    return !"heartbeat".equals(kind)
        && !"push".equals(kind)
        && !request.getRequestURI().startsWith(request.getContextPath() + "/VAADIN/");
  }
}
