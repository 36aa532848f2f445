package org.foerderturm.ui.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.foerderturm.access.Passwords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Form login in front of every screen; views say themselves who may open them. */
@Configuration
@EnableWebSecurity
class SecurityConfig {
  // Flow evaluates small functions that it sends itself, hence unsafe-eval and unsafe-inline
  private static final String CONTENT_POLICY =
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
          + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
          + " connect-src 'self' ws: wss:; object-src 'none'; base-uri 'self'; form-action 'self';"
          + " frame-ancestors 'none'";

  @Bean
  @Order(100)
  SecurityFilterChain screens(HttpSecurity http, Passwords passwords, SignInProvider provider)
      throws Exception {
    return http.authenticationProvider(provider)
        .addFilterBefore(new RightsOfThisMoment(passwords), AuthorizationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        "/foerderturm.css", "/foerderturm.js", "/mark.svg", "/favicon.svg")
                    .permitAll()
                    // a calendar program can't sign in: the secret in the address decides
                    .requestMatchers("/calendar/*")
                    .permitAll())
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
        .sessionManagement(sessions -> sessions.sessionFixation(fix -> fix.changeSessionId()))
        // an address that does not exist gets our page about it, not the browser's
        .with(
            VaadinSecurityConfigurer.vaadin(),
            screens ->
                screens.loginView(LoginView.class).anyRequest(requests -> requests.authenticated()))
        .build();
  }
}
