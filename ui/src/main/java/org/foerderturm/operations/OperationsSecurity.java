package org.foerderturm.operations;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.foerderturm.kernel.Role;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusScrapeEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/** Health for everyone, figures for this machine and administrators, all else for no one. */
@Configuration(proxyBeanMethods = false)
class OperationsSecurity {

  @Bean
  @Order(1)
  SecurityFilterChain operations(HttpSecurity http) throws Exception {
    var administrator =
        AuthorityAuthorizationManager.<RequestAuthorizationContext>hasRole(
            Role.ADMINISTRATOR.name());
    return http.securityMatcher("/actuator/**", "/actuator")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(EndpointRequest.to(HealthEndpoint.class))
                    .permitAll()
                    .requestMatchers(EndpointRequest.to(PrometheusScrapeEndpoint.class))
                    .access(
                        (who, context) ->
                            fromThisMachine(context.getRequest())
                                ? new AuthorizationDecision(true)
                                : administrator.authorize(who, context))
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            errors ->
                errors.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.FORBIDDEN)))
        .requestCache(cache -> cache.disable())
        .build();
  }

  /** Behind a proxy on this machine the caller is who the proxy says. */
  private static boolean fromThisMachine(HttpServletRequest request) {
    try {
      return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
          && request.getHeader("X-Forwarded-For") == null
          && request.getHeader("Forwarded") == null;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
