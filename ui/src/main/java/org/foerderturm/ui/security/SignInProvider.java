package org.foerderturm.ui.security;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.foerderturm.access.AccessQuery.UserRow;
import org.foerderturm.access.Passwords;
import org.foerderturm.ui.common.CurrentActor;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Checks name and password; the reason of a refusal stays with us. */
@Component
class SignInProvider implements AuthenticationProvider {
  private final Passwords passwords;

  SignInProvider(Passwords passwords) {
    this.passwords = passwords;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    var userId = attempt.getName().strip().toLowerCase(Locale.ROOT);
    var password = Objects.toString(attempt.getCredentials(), "");
    return passwords
        .signIn(userId, password)
        .map(SignInProvider::signedIn)
        .orElseThrow(() -> new BadCredentialsException("sign-in refused"));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  static Authentication signedIn(UserRow user) {
    return UsernamePasswordAuthenticationToken.authenticated(
        user.userId(), null, authorities(user));
  }

  static List<GrantedAuthority> authorities(UserRow user) {
    return user.roles().stream()
        .sorted()
        .<GrantedAuthority>map(
            role -> new SimpleGrantedAuthority(CurrentActor.PREFIX + role.name()))
        .toList();
  }
}
