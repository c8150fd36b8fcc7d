package jp.tsunagaru.portal.view;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.tsunagaru.shell.view.SignedInUser;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells the head of the portal's pages whether to lead to the sign-in or back to one's desk. */
@Configuration(proxyBeanMethods = false)
class PortalFrame implements WebMvcConfigurer, HandlerInterceptor {
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns("/", "/terms", "/policy", "/consent-form", "/apply", "/apply/*");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    request.setAttribute("signedIn", SignedInUser.current().isPresent());
    return true;
  }
}
