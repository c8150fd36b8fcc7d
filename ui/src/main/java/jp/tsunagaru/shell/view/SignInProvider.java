package jp.tsunagaru.shell.view;

import java.time.Clock;
import java.util.List;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.account.command.SignIn;
import jp.tsunagaru.account.command.SignedIn;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** 別紙1①: id and password go to the write side, which alone knows credentials. */
@Component
class SignInProvider implements AuthenticationProvider {
  private final CommandGateway commands;
  private final Clock clock;

  SignInProvider(CommandGateway commands, Clock clock) {
    this.commands = commands;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String session = Ids.next("ses");
    String address = ClientAddress.current();
    Object password = attempt.getCredentials();
    SignIn signIn =
        new SignIn(
            attempt.getName(), new Secret(password == null ? "" : password.toString()), session);
    try {
      SignedIn known =
          commands.sendAndWait(
              GenericCommandMessage.<SignIn>asCommandMessage(signIn)
                  .andMetaData(Origin.visitor(address).toMetadata()));
      SignedInUser user = new SignedInUser(known, session, address, clock.instant());
      List<GrantedAuthority> authorities =
          user.roles().stream()
              .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
              .toList();
      return UsernamePasswordAuthenticationToken.authenticated(user, "", authorities);
    } catch (RuntimeException failure) {
      throw refused(failure);
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  private static SignInRefused refused(RuntimeException failure) {
    return Refusals.find(failure)
        .map(SignInProvider::refused)
        .orElseGet(() -> {
          Incidents.report(failure);
          return new SignInRefused(RefusalCode.UNAVAILABLE, "");
        });
  }

  private static SignInRefused refused(Refused refused) {
    // A malformed id is told no differently from a wrong one (AC-10).
    RefusalCode code =
        switch (refused.code()) {
          case SIGN_IN_THROTTLED, ONE_TIME_PASSWORD_EXPIRED, UNAVAILABLE -> refused.code();
          default -> RefusalCode.SIGN_IN_FAILED;
        };
    return new SignInRefused(code, refused.parameters().getOrDefault("seconds", ""));
  }
}
