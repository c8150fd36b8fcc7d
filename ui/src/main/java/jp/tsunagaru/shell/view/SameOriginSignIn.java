package jp.tsunagaru.shell.view;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a sign-in that another site's page sends. Browsers say where a form comes from, so the
 * sign-in page needs no token, and with it no session and no cookie before anybody signed in.
 */
final class SameOriginSignIn extends OncePerRequestFilter {
  private static final Set<String> OWN = Set.of("same-origin", "none");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !(request.getMethod().equals("POST") && request.getServletPath().equals("/login"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (fromHere(request)) {
      chain.doFilter(request, response);
    } else {
      response.sendRedirect(request.getContextPath() + "/login?refused=SIGN_IN_FAILED");
    }
  }

  private static boolean fromHere(HttpServletRequest request) {
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return OWN.contains(site);
    }
    @Nullable String origin = request.getHeader("Origin");
    return origin == null || authority(origin).equals(request.getHeader("Host"));
  }

  private static String authority(String origin) {
    try {
      @Nullable String authority = URI.create(origin).getAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException unreadable) {
      return "";
    }
  }
}
