package jp.tsunagaru.shell.view;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Who reaches which page; what a person may do there is decided on every message. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(CityProperties.class)
class SecurityConfiguration {
  private static final String[] PUBLIC_PAGES = {
    "/",
    "/terms",
    "/policy",
    "/consent-form",
    "/apply",
    "/apply/*",
    "/apply/*/form.pdf",
    "/facilities-public",
    "/login",
    "/error",
    "/styles.css",
    "/portal.css",
    "/patient.css",
    "/icon.svg",
    "/session.js",
    "/actuator/health",
    "/actuator/health/*"
  };

  @Bean
  SecurityFilterChain http(HttpSecurity http, SignInProvider provider, PageHeaders headers)
      throws Exception {
    http.authenticationProvider(provider);
    http.authorizeHttpRequests(requests -> {
      requests.requestMatchers(PUBLIC_PAGES).permitAll();
      requests.requestMatchers("/actuator/**").denyAll();
      // Each file is decided and recorded again by the query that finds it.
      requests.requestMatchers("/files/**").authenticated();
    });
    http.with(
        vaadin(),
        frame ->
            frame
                .loginView("/login", "/login?bye")
                .defaultSuccessUrl("/" + Home.START)
                .anyRequest(url -> url.authenticated()));
    http.formLogin(form ->
        form.loginPage("/login")
            .loginProcessingUrl("/login")
            .failureHandler(SecurityConfiguration::explain));
    // These forms have no session to misuse: nobody is signed in, and no cookie is set.
    http.csrf(forgery -> forgery.ignoringRequestMatchers("/apply", "/apply/*", "/login"));
    http.addFilterBefore(new SameOriginSignIn(), UsernamePasswordAuthenticationFilter.class);
    http.headers(all ->
        all.frameOptions(frame -> frame.sameOrigin())
            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
            .addHeaderWriter(headers));
    return http.build();
  }

  /** Tells Spring when a session ends, so that its end is recorded. */
  @Bean
  HttpSessionEventPublisher sessionEvents() {
    return new HttpSessionEventPublisher();
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadableRequests() {
    return factory ->
        factory.addContextCustomizers(
            context -> context.getParent().getPipeline().addValve(new UnreadableRequests()));
  }

  @Bean
  FilterRegistrationBean<IdleSessions> idleSessions(
      Clock clock, @Value("${server.servlet.session.timeout:15m}") Duration limit) {
    FilterRegistrationBean<IdleSessions> filter =
        new FilterRegistrationBean<>(new IdleSessions(clock, limit));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 50);
    return filter;
  }

  private static void explain(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    String query =
        failure instanceof SignInRefused refused
            ? refused.code().name() + "&seconds=" + refused.seconds()
            : "SIGN_IN_FAILED";
    response.sendRedirect(request.getContextPath() + "/login?refused=" + query);
  }
}
