package org.foerderturm.ui.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.foerderturm.access.Passwords;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request the rights that its person has now: a lock ends the session, a revoked role
 * is gone at the next click.
 */
class RightsOfThisMoment extends OncePerRequestFilter {
  private final Passwords passwords;
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();

  RightsOfThisMoment(Passwords passwords) {
    this.passwords = passwords;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var before = SecurityContextHolder.getContext().getAuthentication();
    if (before != null && !(before instanceof AnonymousAuthenticationToken)) {
      var user = passwords.current(before.getName());
      if (user.isEmpty()) {
        var session = request.getSession(false);
        if (session != null) session.invalidate();
        SecurityContextHolder.clearContext();
      } else if (!SignInProvider.authorities(user.get())
          .equals(List.copyOf(before.getAuthorities()))) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignInProvider.signedIn(user.get()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
      }
    }
    chain.doFilter(request, response);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getServletPath();
    return path.startsWith("/VAADIN/build/") || path.startsWith("/actuator");
  }
}
