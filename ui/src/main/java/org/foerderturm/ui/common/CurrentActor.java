package org.foerderturm.ui.common;

import java.util.EnumSet;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Role;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is signed in here, with the rights of this moment. */
@Component
public class CurrentActor {
  public static final String PREFIX = "ROLE_";

  /**
   * @throws IllegalStateException if nobody is signed in
   */
  public Actor get() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || authentication instanceof AnonymousAuthenticationToken)
      throw new IllegalStateException("nobody is signed in");
    var roles = EnumSet.noneOf(Role.class);
    for (var authority : authentication.getAuthorities()) {
      var name = String.valueOf(authority.getAuthority());
      if (name.startsWith(PREFIX)) roles.add(Role.valueOf(name.substring(PREFIX.length())));
    }
    return new Actor(authentication.getName(), null, roles);
  }

  public boolean isSignedIn() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null
        && authentication.isAuthenticated()
        && !(authentication instanceof AnonymousAuthenticationToken);
  }
}
